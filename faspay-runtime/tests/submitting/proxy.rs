//! A proxy on loopback that stands before a server and cuts connections where it is told to: after so many bytes of a
//! request or of a reply.

use crate::servers::{LIFETIME, read_request};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

/// Where an exchange is cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cut {
    Nowhere,
    /// When so many bytes of the request have come. They are passed on. When that is all of it, the server has begun to
    /// answer before the cut.
    Request(usize),
    /// When so many bytes of the reply have been passed on.
    Reply(usize),
    /// Nothing is lost, but the connection is closed although it could be used again.
    Afterwards,
}

/// The proxy.
pub struct Proxy {
    pub address: SocketAddr,
    state: Arc<State>,
    task: AbortHandle,
}

struct State {
    server: SocketAddr,
    /// The cut, and how many exchanges it is still for.
    plan: Mutex<(Cut, usize)>,
    connections: Mutex<usize>,
    /// The last whole exchange.
    seen: Mutex<(Vec<u8>, Vec<u8>)>,
}

impl Proxy {
    pub async fn start(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State {
            server,
            plan: Mutex::new((Cut::Nowhere, 0)),
            connections: Mutex::new(0),
            seen: Mutex::default(),
        });
        let shared = Arc::clone(&state);
        let task = tokio::spawn(tokio::time::timeout(LIFETIME, async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                *shared.connections.lock().unwrap() += 1;
                connections.spawn(pass(stream, Arc::clone(&shared)));
            }
        }))
        .abort_handle();
        Self { address, state, task }
    }

    /// Cuts the next `times` exchanges.
    pub fn cut(&self, cut: Cut, times: usize) {
        *self.state.plan.lock().unwrap() = (cut, times);
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        *self.state.connections.lock().unwrap()
    }

    /// Request and reply of the last exchange that wasn't cut.
    pub fn seen(&self) -> (Vec<u8>, Vec<u8>) {
        self.state.seen.lock().unwrap().clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn pass(mut client: TcpStream, state: Arc<State>) -> Option<()> {
    loop {
        // An exchange begins with its first byte.
        if client.peek(&mut [0; 1]).await.ok()? == 0 {
            return None;
        }
        let cut = {
            let mut plan = state.plan.lock().unwrap();
            if plan.1 == 0 {
                Cut::Nowhere
            } else {
                plan.1 -= 1;
                plan.0
            }
        };
        let mut server = TcpStream::connect(state.server).await.ok()?;
        if let Cut::Request(after) = cut {
            let mut bytes = vec![0; after];
            client.read_exact(&mut bytes).await.ok()?;
            server.write_all(&bytes).await.ok()?;
            // Answered already when that was all; else nothing comes until the server gives up on what is missing.
            server.shutdown().await.ok()?;
            let _ = server.read(&mut [0; 1]).await;
            return None;
        }
        let request = read_request(&mut client).await?;
        server.write_all(&request).await.ok()?;
        server.shutdown().await.ok()?;
        let mut reply = Vec::new();
        server.read_to_end(&mut reply).await.ok()?;
        if let Cut::Reply(after) = cut {
            client.write_all(&reply[..after]).await.ok()?;
            return None;
        }
        *state.seen.lock().unwrap() = (request, reply.clone());
        client.write_all(&reply).await.ok()?;
        if cut == Cut::Afterwards {
            return None;
        }
    }
}
