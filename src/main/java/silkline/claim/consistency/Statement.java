package silkline.claim.consistency;

import silkline.claim.Interval;

/** What one claim says about one quantity. */
record Statement(String claimId, String quantity, Interval interval) {}
