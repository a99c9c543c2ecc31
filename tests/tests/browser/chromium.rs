//! A headless Chromium with an empty profile, driven over WebDriver by a `chromedriver` of its own on a free port. Both end
//! with the test, also when it panics. Every wait has an end.

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::str::FromStr;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use reqwest::{Method, Url};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Enough for a slow machine that runs other tests too.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether pages may run scripts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    On,
    /// By the preference that an administrator sets.
    Off,
}

/// The browser. Fields are dropped in this order: the driver ends the browser before its folder goes.
pub struct Chromium {
    client: Client,
    _driver: Driver,
    _folder: TempDir,
}

impl Chromium {
    pub async fn start(scripts: Scripts) -> Self {
        let (driver, chromium) = (program("chromedriver", "chromium-driver"), program("chromium", "chromium"));
        let folder = tempfile::tempdir().expect("a folder for the profile and whatever else the two leave");
        let driver = Driver::start(&driver, folder.path());
        let mut args = vec![format!("--user-data-dir={}", folder.path().join("profile").display())];
        args.extend(
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                // Should the driver be killed, the pipe breaks and the browser ends too.
                "--remote-debugging-pipe",
            ]
            .map(str::to_owned),
        );
        let preferences = match scripts {
            Scripts::On => json!({}),
            Scripts::Off => json!({"profile.managed_default_content_settings.javascript": 2}),
        };
        let mut capabilities = Capabilities::new();
        capabilities
            .insert("goog:chromeOptions".into(), json!({"binary": chromium, "args": args, "prefs": preferences}));
        capabilities.insert("goog:loggingPrefs".into(), json!({"browser": "ALL"}));
        let url = format!("http://127.0.0.1:{}", driver.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = within("start Chromium", builder.capabilities(capabilities).connect(&url)).await;
        Self { client, _driver: driver, _folder: folder }
    }

    /// Opens a page; where that leads is another matter.
    pub async fn open(&self, url: &str) {
        within(&format!("open {url}"), self.client.goto(url)).await;
    }

    /// The element, once a page has it.
    pub async fn find(&self, selector: &str) -> Element {
        self.wait_for(Locator::Css(selector), selector).await
    }

    /// What a definition list says under a term.
    pub async fn definition(&self, term: &str) -> String {
        let path = format!("//dt[.='{term}']/following-sibling::dd[1]");
        let element = self.wait_for(Locator::XPath(&path), term).await;
        within("read a text", element.prop("textContent")).await.expect("elements have a textContent")
    }

    async fn wait_for(&self, locator: Locator<'_>, what: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(locator).await {
            Ok(element) => element,
            Err(error) => panic!("no {what}: {error}\n{}", self.client.source().await.unwrap_or_default()),
        }
    }

    /// Clicks what a person can see.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        assert!(within("look", element.is_displayed()).await, "{selector} can't be seen");
        within("click", element.click()).await;
    }

    pub async fn fill(&self, selector: &str, text: &str) {
        within("type", self.find(selector).await.send_keys(text)).await;
    }

    pub async fn title(&self) -> String {
        within("read the title", self.client.title()).await
    }

    pub async fn address(&self) -> String {
        within("read the address", self.client.current_url()).await.into()
    }

    /// What pages tried against their policies since this was asked last. The log is a little late: waits for as many as
    /// there should be.
    pub async fn violations(&self, count: usize) -> Vec<String> {
        let mut found = Vec::new();
        let end = Instant::now() + PATIENCE;
        loop {
            let log = within("read the log", self.client.issue_cmd(Log)).await;
            let entries = log.as_array().expect("a list of entries").iter();
            let messages = entries.filter_map(|entry| entry.get("message").and_then(Value::as_str));
            found.extend(messages.filter(|message| message.contains("Content Security Policy")).map(str::to_owned));
            if found.len() >= count || Instant::now() > end {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

async fn within<T, E: Error>(what: &str, answer: impl Future<Output = Result<T, E>>) -> T {
    match tokio::time::timeout(PATIENCE, answer).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => panic!("the browser can't {what}: {error}"),
        Err(_) => panic!("the browser didn't {what} within {PATIENCE:?}"),
    }
}

/// Where a program is; the test can't go on without it.
fn program(name: &str, package: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()).unwrap_or_else(|| {
        panic!(
            "`{name}` is not installed (Debian's package {package}). This test drives a real browser: run `tools/test`, \
             which installs the packages chromium and chromium-driver."
        )
    })
}

/// Chromium's own command: the browser's log, the console's messages among it.
#[derive(Debug)]
struct Log;

impl WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, <Url as FromStr>::Err> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({"type": "browser"}).to_string()))
    }
}

/// A running `chromedriver`.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start(program: &Path, folder: &Path) -> Self {
        let mut process = Command::new(program)
            .arg("--port=0")
            .env("TMPDIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver doesn't start: {error}"));
        let lines = BufReader::new(process.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
        let mut driver = Self { process, port: 0 };
        let (port_is, told) = mpsc::channel();
        // Reads on to the end, so that the driver never writes into a broken pipe.
        std::thread::spawn(move || {
            for line in lines {
                if let Some((_, port)) = line.split_once("started successfully on port ") {
                    let _ = port_is.send(port.trim_end_matches('.').parse());
                }
            }
        });
        let port = told.recv_timeout(PATIENCE).expect("chromedriver says on which port it listens");
        driver.port = port.expect("the port is a number");
        driver
    }

    /// Asks the driver to end, which ends its browser first.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.shut_down().is_ok() {
            let end = Instant::now() + Duration::from_secs(10);
            while matches!(self.process.try_wait(), Ok(None)) && Instant::now() < end {
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
