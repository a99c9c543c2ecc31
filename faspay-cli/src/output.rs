//! Results on standard output, and nothing else there. A reader that hangs up (`| head`) is not an error.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use crate::failure::Failure;

pub fn text(text: &str) -> Result<ExitCode, Failure> {
    write(text.as_bytes())
}

pub fn json(value: &impl Serialize) -> Result<ExitCode, Failure> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|error| Failure::new(error.to_string()))?;
    bytes.push(b'\n');
    write(&bytes)
}

fn write(bytes: &[u8]) -> Result<ExitCode, Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("can't write the result: {error}.")))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}
