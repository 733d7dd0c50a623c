/** What a report says otherwise than the one before it in the same folder. */
package silkline.report.since;
