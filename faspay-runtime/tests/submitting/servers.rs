//! Servers on loopback that answer well or badly, and count the whole requests that reach them. Their duplicate check
//! is off: whatever arrives counts. They end when they are dropped, and after a minute by themselves.

use crate::charge::paid;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

/// No server lives longer.
pub const LIFETIME: Duration = Duration::from_secs(60);

/// What a server does with a whole request.
#[derive(Clone)]
pub enum Conduct {
    /// Sends these bytes. The connection stays open.
    Answer(Vec<u8>),
    /// Says that the order is paid.
    Paid(Framing),
    /// Sends these bytes one by one, with a pause after each.
    Trickle(Vec<u8>, Duration),
    /// Sends the first, then the second for ever.
    Endless(Vec<u8>, Vec<u8>),
    /// Says nothing.
    Hang,
    /// Closes connections as soon as they stand.
    CloseAtOnce,
    /// Sends the first so many times, then says that the order is paid.
    First(usize, Vec<u8>),
}

/// How a reply says where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Framing {
    Length,
    Chunked,
    /// With the connection.
    Close,
}

/// A server.
pub struct Server {
    pub address: SocketAddr,
    state: Arc<State>,
    task: AbortHandle,
}

#[derive(Default)]
struct State {
    connections: Mutex<usize>,
    whole: Mutex<Vec<String>>,
}

impl Server {
    pub async fn start(conduct: Conduct) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        let task = tokio::spawn(tokio::time::timeout(LIFETIME, async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                *shared.connections.lock().unwrap() += 1;
                connections.spawn(serve(stream, conduct.clone(), Arc::clone(&shared)));
            }
        }))
        .abort_handle();
        Self { address, state, task }
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        *self.state.connections.lock().unwrap()
    }

    /// How many whole requests arrived.
    pub fn arrived(&self) -> usize {
        self.state.whole.lock().unwrap().len()
    }

    /// How many whole requests about this order arrived.
    pub fn arrived_for(&self, order: &str) -> usize {
        let whole = self.state.whole.lock().unwrap();
        whole.iter().filter(|body| order_of(body) == order).count()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn order_of(body: &str) -> &str {
    body.split('&').find_map(|pair| pair.strip_prefix("MERCHANT_TRANID=")).unwrap_or_default()
}

async fn serve(mut stream: TcpStream, conduct: Conduct, state: Arc<State>) {
    if matches!(conduct, Conduct::CloseAtOnce) {
        return;
    }
    while let Some(request) = read_request(&mut stream).await {
        let (_, body) = split(&request);
        let body = String::from_utf8(body.to_vec()).unwrap();
        let order = order_of(&body).to_owned();
        let number = {
            let mut whole = state.whole.lock().unwrap();
            whole.push(body);
            whole.len()
        };
        let sent = match &conduct {
            Conduct::Answer(bytes) => stream.write_all(bytes).await,
            Conduct::First(times, bytes) if number <= *times => stream.write_all(bytes).await,
            Conduct::First(..) => stream.write_all(&reply(&order, Framing::Length)).await,
            Conduct::Paid(framing) => {
                let sent = stream.write_all(&reply(&order, *framing)).await;
                if *framing == Framing::Close {
                    return;
                }
                sent
            }
            Conduct::Trickle(bytes, pause) => trickle(&mut stream, bytes, *pause).await,
            Conduct::Endless(head, rest) => endless(&mut stream, head, rest).await,
            Conduct::Hang | Conduct::CloseAtOnce => {
                // Until the other side has had enough.
                let _ = stream.read(&mut [0; 1]).await;
                return;
            }
        };
        if sent.is_err() {
            return;
        }
    }
}

async fn trickle(stream: &mut TcpStream, bytes: &[u8], pause: Duration) -> std::io::Result<()> {
    for byte in bytes {
        stream.write_all(&[*byte]).await?;
        tokio::time::sleep(pause).await;
    }
    Ok(())
}

async fn endless(stream: &mut TcpStream, head: &[u8], rest: &[u8]) -> std::io::Result<()> {
    stream.write_all(head).await?;
    for _ in 0..100_000 {
        stream.write_all(rest).await?;
    }
    Ok(())
}

/// A reply that says that the order is paid.
pub fn reply(order: &str, framing: Framing) -> Vec<u8> {
    let body = paid(order);
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    match framing {
        Framing::Length => format!("{head}Content-Length: {}\r\n\r\n{body}", body.len()),
        Framing::Chunked => {
            let (one, two) = body.split_at(20);
            let chunks = format!("{:x}\r\n{one}\r\n{:x}\r\n{two}\r\n0\r\n\r\n", one.len(), two.len());
            format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunks}")
        }
        Framing::Close => format!("{head}Connection: close\r\n\r\n{body}"),
    }
    .into_bytes()
}

/// An answer with a body of this length.
pub fn answer(status: &str, headers: &[&str], body: &str) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
    for header in headers {
        head.push_str(header);
        head.push_str("\r\n");
    }
    format!("{head}\r\n{body}").into_bytes()
}

/// A whole request, or nothing when the connection ends before.
pub async fn read_request(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        if let Some(length) = whole_length(&request)
            && request.len() >= length
        {
            assert_eq!(request.len(), length, "nothing follows a request before its answer");
            return Some(request);
        }
        let mut buffer = [0; 4096];
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => request.extend_from_slice(&buffer[..count]),
        }
    }
}

/// How long a request is, once its head is there.
fn whole_length(request: &[u8]) -> Option<usize> {
    let head = head_length(request)?;
    let text = String::from_utf8(request[..head].to_vec()).unwrap().to_ascii_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length:"))?;
    Some(head + length.trim().parse::<usize>().unwrap())
}

/// How long the head is, with the empty line.
pub fn head_length(message: &[u8]) -> Option<usize> {
    message.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4)
}

fn split(message: &[u8]) -> (&[u8], &[u8]) {
    message.split_at(head_length(message).unwrap())
}
