//! Received messages: any body with any content type, read by both engines.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tests::fuzzed::message(data));
