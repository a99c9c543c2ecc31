//! What needs TLS, or an address that no table has: certificates, deadlines while connecting, proxies. The servers are
//! on loopback, and their certificates are made for each test.

use super::*;
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// How a server ends a connection whose end is the end of the answer.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Told,
    Cut,
}

/// A server that speaks TLS, counts the requests that it can read and answers each.
struct TlsServer {
    address: SocketAddr,
    certificate: CertificateDer<'static>,
    arrived: Arc<AtomicUsize>,
}

impl TlsServer {
    async fn start(name: &str, end: End) -> Self {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        let certificate = made.cert.der().clone();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let arrived = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&arrived);
        // A test's runtime ends its servers with it.
        tokio::spawn(async move {
            for _ in 0..10 {
                let (stream, _) = listener.accept().await.unwrap();
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let mut request = vec![0; 4096];
                if stream.read(&mut request).await.unwrap_or(0) == 0 {
                    continue;
                }
                count.fetch_add(1, Ordering::SeqCst);
                let answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\nTXN_STATUS=S";
                stream.write_all(answer).await.unwrap();
                stream.flush().await.unwrap();
                if end == End::Told {
                    stream.shutdown().await.unwrap();
                }
            }
        });
        Self { address, certificate, arrived }
    }

    fn url(&self) -> String {
        format!("https://localhost:{}/pay/api", self.address.port())
    }

    fn arrived(&self) -> usize {
        self.arrived.load(Ordering::SeqCst)
    }
}

fn request(url: &str) -> ServerRequest {
    ServerRequest::of(url, b"A=B")
}

/// Trusts this certificate and nothing else.
fn trusting(certificate: &CertificateDer<'static>, options: Options) -> Wire {
    let mut roots = RootCertStore::empty();
    roots.add(certificate.clone()).unwrap();
    let tls = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Wire::with_tls(tls, options).unwrap()
}

async fn attempt(wire: &Wire, url: &str, call: Duration) -> Result<Said, Cause> {
    wire.attempt(&request(url), crate::table::Encoding::Form, false, after(Instant::now(), call))
        .await
        .map_err(|failed| failed.cause)
}

const LONG: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_certificate_that_is_trusted_and_names_the_host_is_needed() {
    let server = TlsServer::start("localhost", End::Told).await;
    let wire = trusting(&server.certificate, Options::default());
    let answer = attempt(&wire, &server.url(), LONG).await.unwrap();
    assert_eq!((answer.body.as_slice(), server.arrived()), (b"TXN_STATUS=S".as_slice(), 1));

    let stranger = TlsServer::start("localhost", End::Told).await;
    let cause = attempt(&wire, &stranger.url(), LONG).await.err();
    assert_eq!((cause, stranger.arrived()), (Some(Cause::BeforeSending(BeforeSending::Tls)), 0));

    let misnamed = TlsServer::start("elsewhere.test", End::Told).await;
    let wire = trusting(&misnamed.certificate, Options::default());
    let cause = attempt(&wire, &misnamed.url(), LONG).await.err();
    assert_eq!((cause, misnamed.arrived()), (Some(Cause::BeforeSending(BeforeSending::Tls)), 0));
}

#[tokio::test]
async fn the_machines_trust_does_not_include_a_certificate_that_signs_itself() {
    let server = TlsServer::start("localhost", End::Told).await;
    for environment in [Environment::Sandbox, Environment::Production] {
        match Wire::new(&environment, Options::default()) {
            Ok(wire) => {
                let cause = attempt(&wire, &server.url(), LONG).await.err();
                assert_eq!(cause, Some(Cause::BeforeSending(BeforeSending::Tls)));
            }
            // A machine without certificates trusts nobody.
            Err(error) => assert_eq!(error, SetUpError::NoRoots),
        }
    }
    assert_eq!(server.arrived(), 0);
}

#[tokio::test]
async fn an_answer_that_ends_with_its_connection_is_whole_only_when_tls_says_so() {
    let server = TlsServer::start("localhost", End::Cut).await;
    let wire = trusting(&server.certificate, Options::default());
    let cause = attempt(&wire, &server.url(), LONG).await.err();
    assert_eq!((cause, server.arrived()), (Some(Cause::OnTheWay(OnTheWay::Cut)), 1));
}

#[tokio::test]
async fn while_connecting_two_deadlines_may_pass_and_nothing_is_sent() {
    // Accepts connections, as the system does for it, and says nothing: TLS never begins.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
    let mut options = Options::default();
    options.deadlines.connect = Duration::from_millis(200);
    let wire = Wire::new(&Environment::local("http://127.0.0.1:1").unwrap(), options.clone()).unwrap();
    let cause = attempt(&wire, &url, LONG).await.err();
    assert_eq!(cause, Some(Cause::BeforeSending(BeforeSending::ConnectDeadline)));

    options.deadlines.connect = LONG;
    let wire = Wire::new(&Environment::local("http://127.0.0.1:1").unwrap(), options).unwrap();
    let cause = attempt(&wire, &url, Duration::from_millis(200)).await.err();
    assert_eq!(cause, Some(Cause::BeforeSending(BeforeSending::CallDeadline)));
}

#[tokio::test]
async fn only_https_and_this_machine_are_addresses() {
    let wire = Wire::new(&Environment::local("http://127.0.0.1:1").unwrap(), Options::default()).unwrap();
    for url in [
        "http://gateway.test/",
        "http://192.0.2.1/",
        "http://localhost.gateway.test/",
        "http://127.0.0.1.gateway.test/",
        "http://0.0.0.0:1/",
        "http://name@127.0.0.1:1/",
        "https://name:password@127.0.0.1:1/",
        "ftp://127.0.0.1:1/",
        "file:///",
        "//127.0.0.1:1/",
        "",
    ] {
        let cause = attempt(&wire, url, LONG).await.err();
        assert_eq!(cause, Some(Cause::BeforeSending(BeforeSending::NotHttps)), "{url}");
    }
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    for scheme in ["http", "https"] {
        for host in ["127.0.0.1", "localhost", "127.1.2.3"] {
            let cause = attempt(&wire, &format!("{scheme}://{host}:{gone}/"), LONG).await.err();
            assert_eq!(cause, Some(Cause::BeforeSending(BeforeSending::Refused)), "{scheme} {host}");
        }
    }
}

#[tokio::test]
async fn a_proxy_is_used_for_https_when_it_is_named() {
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let options = Options { proxy: Some(format!("http://{}", proxy.local_addr().unwrap())), ..Options::default() };
    let wire = Wire::new(&Environment::local("http://127.0.0.1:1").unwrap(), options).unwrap();
    let asked = tokio::spawn(async move {
        let (mut stream, _) = proxy.accept().await.unwrap();
        let mut asked = vec![0; 4096];
        let count = stream.read(&mut asked).await.unwrap();
        asked.truncate(count);
        String::from_utf8(asked).unwrap()
    });
    let cause = attempt(&wire, "https://127.0.0.1:1/pay/api", LONG).await.err();
    assert_eq!(cause, Some(Cause::BeforeSending(BeforeSending::Unreachable)), "not refused: the proxy was asked");
    let asked = asked.await.unwrap();
    assert!(asked.starts_with("CONNECT 127.0.0.1:1 ") && !asked.contains("A=B"), "{asked}");
}

#[test]
fn a_proxy_that_is_none_is_refused() {
    let options = Options { proxy: Some("http://".to_owned()), ..Options::default() };
    let wire = Wire::new(&Environment::local("http://127.0.0.1:1").unwrap(), options);
    assert_eq!(wire.err(), Some(SetUpError::Proxy));
}
