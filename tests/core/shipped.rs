//! The authored files that travel with the program, loaded once for every test.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use liyi::files::Folders;
use liyi::library::Library;
use liyi::scenario::Scenario;
use liyi::session::{Session, Setup, TimerSetting};

/// The four scenarios by id.
pub(crate) const SCENARIOS: [&str; 4] = [
    "s01-handshake-order",
    "s02-business-card-exchange",
    "s03-fourth-ring",
    "s04-calming-a-complaint",
];

/// The three house profiles by id.
pub(crate) const HOUSES: [&str; 3] = ["classroom", "as-written", "international"];

/// A folder or file of this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Everything authored.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
        Library::load(&Folders {
            assets: repository("assets"),
            scenarios: repository("scenarios"),
            data: PathBuf::new(),
        })
    });
    &LIBRARY
}

/// One of the four scenarios.
pub(crate) fn scenario(id: &str) -> &'static Arc<Scenario> {
    library().scenario(id).unwrap()
}

/// A house, a seed and a timer setting.
pub(crate) fn setup(house: &str, seed: u64, timers: TimerSetting) -> Setup {
    Setup { profile: library().profile(house).unwrap(), seed, timers }
}

/// A run of one of the four scenarios in the classroom.
pub(crate) fn start(id: &str, seed: u64, timers: TimerSetting) -> Session {
    Session::start(Arc::clone(scenario(id)), setup("classroom", seed, timers)).0
}

/// Does the same for every item, spread over the machine's cores; the results
/// stand in the items' order.
pub(crate) fn spread<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let work = &work;
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores)
            .map(|core| {
                let mine = items.iter().enumerate().skip(core).step_by(cores);
                scope.spawn(move || mine.map(|(i, item)| (i, work(item))).collect::<Vec<_>>())
            })
            .collect();
        let mut results: Vec<(usize, R)> =
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        results.sort_by_key(|(place, _)| *place);
        results.into_iter().map(|(_, result)| result).collect()
    })
}
