import fc from 'fast-check';

// A counterexample that is made smaller for minutes looks like a test that is late. The first one has
// its seed and path in the message, for a run that makes it smaller.
fc.configureGlobal({ endOnFailure: true });
