//! The readers of documentation pages, in all their formats.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tests::fuzzed::page(data));
