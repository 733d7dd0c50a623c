package silkline.cli;

import silkline.UserError;

/** What the process tells its caller. */
final class ExitCodes {
    static final int DONE = 0;
    static final int USAGE = 2;
    static final int INPUT_CONTRACT = 3;
    static final int QUALITY_GATE = 4;
    static final int BUG = 70;

    private ExitCodes() {}

    static int of(UserError error) {
        return switch (error.kind()) {
            case USAGE -> USAGE;
            case INPUT_CONTRACT -> INPUT_CONTRACT;
            case QUALITY_GATE -> QUALITY_GATE;
        };
    }
}
