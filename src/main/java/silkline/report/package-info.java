/** What a report holds, and the words and numbers that it is told with, whatever it is printed as. */
package silkline.report;
