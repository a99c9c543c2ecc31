//! What a local gateway says when it starts can be pasted: every line is run by a shell, and it answers as a gateway would.

mod common;

use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};

use common::Workshop;

/// The gateway that is running; it ends with the test.
struct Gateway {
    child: Child,
    /// Kept open: a closed pipe would end the command.
    told: Lines<BufReader<ChildStderr>>,
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts one: the lines that it prints, without what they are.
fn start(id: &str) -> (Gateway, Vec<String>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_faspay"))
        .args(["sandbox", "--gateway", id, "--listen", "127.0.0.1:0"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let told = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut gateway = Gateway { child, told };
    let last = if id == "faspay" { "build for it" } else { "its state" };
    let mut lines = Vec::new();
    loop {
        let line = gateway.told.next().expect("more to come").unwrap();
        if let Some(command) = ["faspay ", "curl ", "TOKEN="].iter().filter_map(|start| line.find(start)).min() {
            lines.push(line[command..].to_owned());
        }
        if line.contains(last) {
            return (gateway, lines);
        }
    }
}

/// What the lines print, in one shell, in a folder of their own.
fn pasted(lines: &[String]) -> (String, Workshop) {
    let workshop = Workshop::new();
    let script = workshop.file("lines.sh", lines.join("\n"));
    let own = Path::new(env!("CARGO_BIN_EXE_faspay")).parent().unwrap();
    let path = format!("{}:{}", own.display(), std::env::var("PATH").unwrap());
    let ran = Command::new("sh")
        .arg("-e")
        .arg(&script)
        .current_dir(script.parent().unwrap())
        .env("PATH", path)
        .output()
        .expect("sh, and curl (Debian: curl)");
    let (out, err) = (String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap());
    assert!(ran.status.success(), "{lines:#?}\n{out}\n{err}");
    (out, workshop)
}

#[test]
fn what_finpays_sandbox_says_can_be_pasted() {
    let (_running, lines) = start("finpay");
    assert_eq!(lines.len(), 4);
    let (out, _) = pasted(&lines);
    for part in [r#""responseCode":"2000000""#, "/pg/payment/card/access/", r#"{"cards":[]}"#, "REQUEST_INITIATED"] {
        assert!(out.contains(part), "{part}: {out}");
    }
}

#[test]
fn what_pivots_sandbox_says_can_be_pasted() {
    let (_running, lines) = start("pivot");
    assert_eq!(lines.len(), 4);
    let (out, _) = pasted(&lines);
    for part in [r#""code":"00""#, r#""paymentUrl":"http://127.0.0.1:"#, r#""sessions":[{"id":""#] {
        assert!(out.contains(part), "{part}: {out}");
    }
}

#[test]
fn what_faspays_sandbox_says_can_be_pasted() {
    let (_running, lines) = start("faspay");
    assert_eq!(lines.len(), 2);
    let (out, workshop) = pasted(&lines);
    assert_eq!(out, "");
    let page = std::fs::read_to_string(workshop.path("pay.html")).unwrap();
    assert!(page.contains("/payment\"") && page.contains("INV-1"), "{page}");
}
