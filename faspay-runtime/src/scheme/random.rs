//! Where random bytes come from. Whoever needs some takes a function that fills a buffer, so that this crate asks no operating
//! system by itself; `os` is one that does.

use std::fmt;

/// There are no random bytes. Nothing was made, and nothing may be sent in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomError;

impl fmt::Display for RandomError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the source of random bytes gave none")
    }
}

impl std::error::Error for RandomError {}

/// Random bytes of the operating system, feature `os-random`.
///
/// # Errors
/// When it has none.
#[cfg(feature = "os-random")]
pub fn os(buffer: &mut [u8]) -> Result<(), RandomError> {
    getrandom::fill(buffer).map_err(|_| RandomError)
}

/// Fills a buffer, and takes a source that leaves it all zeros for one that has failed: by chance that happens once in 2^96 times
/// at the shortest buffer that is asked for here.
pub(crate) fn fill(
    buffer: &mut [u8],
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<(), RandomError> {
    buffer.fill(0);
    random(buffer)?;
    if buffer.iter().all(|byte| *byte == 0) { Err(RandomError) } else { Ok(()) }
}

#[cfg(all(test, feature = "os-random"))]
mod tests {
    use super::*;

    #[test]
    fn the_operating_system_gives_other_bytes_each_time() {
        let (mut one, mut other) = ([0; 32], [0; 32]);
        fill(&mut one, &mut os).unwrap();
        fill(&mut other, &mut os).unwrap();
        assert_ne!(one, other);
    }
}
