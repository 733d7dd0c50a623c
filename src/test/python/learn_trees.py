"""Learns trees.txt from the rows of TrainingRows: python learn_trees.py ROWS.csv trees.txt"""

import csv
import sys

import lightgbm
import numpy

WEIGHTS = {"yearly": 1.0, "quarterly": 1.0, "other": 0.15}
ROUNDS = 100
PARAMETERS = {
    "objective": "l1",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


def short(number):
    return f"{number:.4g}"


def words(node):
    """The node and its branches, each before those below it."""
    if "leaf_value" in node:
        return [short(node["leaf_value"])]
    assert node["decision_type"] == "<="
    return (
        [f"{node['split_feature']}:{short(node['threshold'])}"]
        + words(node["left_child"])
        + words(node["right_child"])
    )


def main(rows, trees):
    with open(rows, newline="", encoding="utf-8") as file:
        table = list(csv.reader(file))
    names = table[0][3:]
    figures = numpy.array([row[3:] for row in table[1:]], dtype=float)
    target = numpy.array([row[2] for row in table[1:]], dtype=float)
    weight = numpy.array([WEIGHTS[row[1]] for row in table[1:]])
    learnt = lightgbm.train(PARAMETERS, lightgbm.Dataset(figures, target, weight=weight), ROUNDS).dump_model()
    with open(trees, "w", encoding="utf-8") as file:
        print(*names, file=file)
        for tree in learnt["tree_info"]:
            print(*words(tree["tree_structure"]), file=file)
    print(f"{len(target)} rows, {len(learnt['tree_info'])} trees")


if __name__ == "__main__":
    main(*sys.argv[1:])
