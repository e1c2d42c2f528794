//! Live authoring: a saved file is seen in the open window, and a mistake is told beside it.
//!
//! A thread of its own reads what was saved ([`watch`]) and wakes the window;
//! here what it delivers takes the place of what was there. A run in play is
//! carried to its new version by the play screen, which sees the new library.

mod card;
mod notice;
mod panel;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::author::Problem;
use crate::files::Folders;
use crate::scenario::Scenario;
use crate::source::SourceFile;

use super::awake::Awake;
use super::handover::{AtHand, Finished};
use super::library::Library;
use super::stage::ArtChanged;
use super::theme::{Faces, Locales, Ui};
use super::{Chosen, Options, Overlay, Screen};

pub(crate) use notice::Notice;
pub(crate) use panel::Panel;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((notice::plugin, panel::plugin))
        .init_resource::<Problems>()
        .add_systems(Startup, start_watching)
        .add_systems(PreUpdate, take_delivery.run_if(resource_exists::<Deliveries>));
}

/// What the files looked like just before they were read.
#[derive(Resource)]
pub(super) struct Beginning(watch::Seen);

impl Beginning {
    /// Looks at the files. Call this before they are read, so that a save in
    /// between is not missed.
    pub(super) fn look(folders: &Folders) -> Beginning {
        Beginning(watch::look(folders))
    }
}

/// What is wrong in the files now.
#[derive(Resource, Debug, Default)]
pub(crate) struct Problems(pub(crate) Vec<Problem>);

impl Problems {
    /// What would be wrong if somebody misspelt two words of a scenario.
    pub(crate) fn sample(library: &Library, folders: &Folders) -> Problems {
        let sample = library.scenarios.values().next().and_then(|scenario| {
            let path = folders.scenarios.join(format!("{}.ron", scenario.id));
            let mut source = SourceFile::read(&path).ok()?;
            for (was, is) in [("minutes:", "minuets:"), ("figure: \"", "figure: \"the-")] {
                source.text = source.text.replacen(was, is, 1);
            }
            let known = crate::library::known(
                &folders.assets,
                library.profiles.values().map(AsRef::as_ref),
            );
            let findings = Scenario::from_source(&source, &library.catalogue, &known).err()?;
            let problems = findings.into_iter().map(|finding| Problem {
                excerpt: finding.excerpt(&source, watch::WIDEST),
                finding,
            });
            Some(problems.collect())
        });
        Problems(sample.unwrap_or_default())
    }
}

/// Where the watching thread's deliveries arrive.
#[derive(Resource)]
struct Deliveries(Mutex<Receiver<watch::Delivery>>);

fn start_watching(
    beginning: Res<Beginning>,
    options: Res<Options>,
    library: Res<Library>,
    locales: Res<Locales>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    mut commands: Commands,
) {
    let Some(proxy) = proxy else { return };
    let (to, from) = channel();
    let proxy = (*proxy.into_inner()).clone();
    let watch = watch::Watch {
        folders: options.folders.clone(),
        seen: beginning.0.clone(),
        library: (**library).clone(),
        locales: locales.clone(),
        wording: Vec::new(),
    };
    watch.start(to, move || {
        // A window that is closing needs no waking.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    });
    commands.insert_resource(Deliveries(Mutex::new(from)));
}

/// Puts what was delivered in the place of what was there.
fn take_delivery(
    deliveries: Res<Deliveries>,
    mut library: ResMut<Library>,
    mut locales: ResMut<Locales>,
    mut ui: ResMut<Ui>,
    mut problems: ResMut<Problems>,
    mut notice: ResMut<Notice>,
    mut at_hand: ResMut<AtHand>,
    finished: Option<ResMut<Finished>>,
    (chosen, faces): (Res<Chosen>, Res<Faces>),
    (screen, overlay): (Res<State<Screen>>, Res<State<Overlay>>),
    mut next_screen: ResMut<NextState<Screen>>,
    mut next_overlay: ResMut<NextState<Overlay>>,
    mut art: MessageWriter<ArtChanged>,
    mut awake: ResMut<Awake>,
) {
    // Of several only the last one counts, for each holds everything.
    let mut files: Vec<PathBuf> = Vec::new();
    let mut last = None;
    if let Ok(from) = deliveries.0.lock() {
        for mut delivery in from.try_iter() {
            files.append(&mut delivery.files);
            last = Some(delivery);
        }
    }
    let Some(delivery) = last else { return };
    awake.settle();
    let before = std::mem::replace(&mut problems.0, delivery.problems);
    if files.is_empty() {
        return;
    }
    let other_standards = !Arc::ptr_eq(&library.catalogue, &delivery.library.catalogue);
    *library = delivery.library.into();
    locales.take(delivery.locales);
    *ui = Ui::new(&chosen.settings, &locales, &faces);
    if let Some(scenario) = at_hand.scenario.as_ref().and_then(|s| library.named(&s.id)) {
        at_hand.scenario = Some(Arc::clone(scenario));
    }
    if let Some(mut finished) = finished {
        carry_result(&mut finished, &library, other_standards);
    }
    if files.iter().any(|file| is_art(file)) {
        art.write(ArtChanged);
    }
    // A file that is broken is told of by the panel.
    let is_broken = |file: &PathBuf| problems.0.iter().any(|p| Path::new(&p.finding.file) == file);
    let good = files.iter().filter(|file| !is_broken(file) && file.exists());
    notice.reloaded(good.filter_map(|file| file.file_name()?.to_str().map(str::to_owned)));
    debug!("{} files changed, {} problems before", files.len(), before.len());
    if *screen.get() != Screen::Play {
        next_screen.set(*screen.get());
    }
    if *overlay.get() != Overlay::None {
        next_overlay.set(*overlay.get());
    }
}

/// A finished run is told in its new words where its inputs still lead to its end.
fn carry_result(finished: &mut Finished, library: &Library, other_standards: bool) {
    let session = &finished.session;
    let Some(scenario) = library.named(&session.scenario().id) else { return };
    let house = &session.setup().profile;
    let house = library.profiles.get(&house.id).unwrap_or(house);
    let same_words =
        Arc::ptr_eq(scenario, session.scenario()) && Arc::ptr_eq(house, &session.setup().profile);
    if same_words && !other_standards {
        return;
    }
    let told = session.event_count();
    let carried = session.carry(Arc::clone(scenario), Arc::clone(house), told);
    if carried.kept {
        finished.session = Arc::new(carried.session);
    }
}

/// Drawings, and the rigs that pose them.
fn is_art(file: &Path) -> bool {
    let in_folder = |name: &str| file.ancestors().any(|part| part.ends_with(name));
    watch::ends(file, "svg") || in_folder("assets/characters")
}
