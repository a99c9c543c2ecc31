//! Runs the built `faspay` command in a folder of its own.

#![allow(dead_code, reason = "each test file uses a part")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The documented sample merchant, with the settings that make everything sendable.
pub const CREDENTIALS: &str = r#"{"merchantid": "sophia_store", "txn_password": "abcde", "merchant_id": "99999", "user_id": "john99999", "password": "9bdqHG2N", "send_txn_password": true}"#;

pub struct Workshop {
    folder: tempfile::TempDir,
}

pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {} / {}", self.out, self.err))
    }
}

impl Workshop {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn run<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Ran {
        self.run_with(args, b"")
    }

    pub fn run_with<'a>(&self, args: impl IntoIterator<Item = &'a str>, input: &[u8]) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_faspay"))
            .args(args)
            .current_dir(self.folder.path())
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that refuses early doesn't read its input.
        let _ = child.stdin.take().unwrap().write_all(input);
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        Ran {
            status: status.code().expect("no signal"),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    /// `build` with params and credentials given as JSON.
    pub fn build(&self, id: &str, params: &Value, credentials: &str, more: &[&str]) -> Ran {
        self.file("params.json", params.to_string());
        self.file("credentials.json", credentials);
        let mut args = vec!["build", id, "--params", "params.json", "--credentials", "credentials.json"];
        args.extend(more);
        self.run(args)
    }

    pub fn validate(&self, id: &str, params: &Value, more: &[&str]) -> Ran {
        self.file("params.json", params.to_string());
        let mut args = vec!["validate", id, "--params", "params.json"];
        args.extend(more);
        self.run(args)
    }
}

/// The pairs of a built form.
pub fn fields(built: &Value) -> Vec<(String, String)> {
    serde_json::from_value(built["fields"].clone()).unwrap()
}

/// A registration that every rule accepts on 2022-03-10.
pub fn registration() -> Value {
    serde_json::json!({
        "merchant_tranid": "20220310000000",
        "amount": "5000.00",
        "custname": "John Doe",
        "custemail": "john@gmail.com",
        "return_url": "https://shop.example.test/return",
        "member_id": "20220310000000",
        "member_name": "John Doe",
        "member_email": "john@gmail.com",
        "member_email_notif": "t",
        "process_date": "20,21",
        "recurring_amount": "5000.00",
        "recurring_start_date": "2022-03-10",
        "recurring_end_date": "2022-07-10",
        "recurring_period": "M",
        "recurring_period_at": 1,
        "recurring_accumulate_at": 0,
    })
}

pub const DAY: [&str; 2] = ["--at", "2022-03-10"];

/// Ports, digests, keys and dates become `0`; all other numbers stay.
pub fn settled(line: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in line.chars().chain(['\n']) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        let (digits, hexadecimal) =
            (word.bytes().filter(u8::is_ascii_digit).count(), word.bytes().all(|b| b.is_ascii_hexdigit()));
        let month_or_day = out.ends_with("0-") && digits == 2;
        let port = out.ends_with("http://127.0.0.1:");
        let year = c == '-' && digits == 4;
        let varies = (hexadecimal && [32, 40, 64].contains(&word.len())) || month_or_day || port || year;
        out += if varies { "0" } else { &word };
        out.push(c);
        word.clear();
    }
    out
}
