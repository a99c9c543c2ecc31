//! Received messages with something wrong in them: every byte of a signed body replaced, keys and escapes that could be
//! read in two ways, signatures that only look like some, and thousands of bodies at random. Both engines must refuse
//! what is forged, say what they saw, and say the same. The bodies are signed by the documents' formula, not by them.

mod callbacks {
    mod agreement;
    mod forged;
    mod strictness;
    mod support;
}
