//! Documents that the desktop hands to a running program: a double click in macOS's Finder is a message to the program, not an
//! argument of a new one. On other systems none comes this way.

use std::{
    path::PathBuf,
    sync::{Mutex, OnceLock, PoisonError},
};

use eframe::egui::Context;

/// Those that were handed over and not yet opened.
static ARRIVED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Who is to be woken when one arrives.
static WINDOW: OnceLock<Context> = OnceLock::new();

/// From now on arrivals wake this window.
pub(super) fn wake(ctx: &Context) {
    WINDOW.get_or_init(|| ctx.clone());
}

/// What arrived since the last time.
pub(super) fn arrived() -> Vec<PathBuf> {
    std::mem::take(&mut *ARRIVED.lock().unwrap_or_else(PoisonError::into_inner))
}

#[cfg_attr(not(any(test, target_os = "macos")), expect(dead_code, reason = "only macOS hands documents over"))]
fn arrive(documents: impl IntoIterator<Item = PathBuf>) {
    ARRIVED.lock().unwrap_or_else(PoisonError::into_inner).extend(documents);
    if let Some(ctx) = WINDOW.get() {
        ctx.request_repaint();
    }
}

#[cfg(target_os = "macos")]
pub(super) use mac::listen;

#[cfg(target_os = "macos")]
mod mac {
    use std::{mem::ManuallyDrop, path::PathBuf};

    use objc2::{
        ClassType, DeclaredClass, declare_class, msg_send_id, mutability, rc::Retained, runtime::ProtocolObject,
    };
    use objc2_app_kit::{NSApplication, NSApplicationDelegate};
    use objc2_foundation::{MainThreadMarker, NSArray, NSObject, NSObjectProtocol, NSURL};

    declare_class!(
        struct Delegate;

        // SAFETY: the superclass has no needs of its own, and the class is used on the main thread alone.
        unsafe impl ClassType for Delegate {
            type Super = NSObject;
            type Mutability = mutability::MainThreadOnly;
            const NAME: &'static str = "PeacePlanExplorerDelegate";
        }

        impl DeclaredClass for Delegate {}

        unsafe impl NSObjectProtocol for Delegate {}

        unsafe impl NSApplicationDelegate for Delegate {
            #[method(application:openURLs:)]
            fn open(&self, _application: &NSApplication, urls: &NSArray<NSURL>) {
                // SAFETY: the path of an address is a copy that belongs to us.
                let paths = urls.iter().filter_map(|url| unsafe { url.path() });
                super::arrive(paths.map(|path| PathBuf::from(path.to_string())));
            }
        }
    );

    /// Takes documents from now on. To be called once, after the event loop was made and before it runs: Finder hands
    /// them over before the first window is there.
    pub(crate) fn listen() {
        let Some(main) = MainThreadMarker::new() else { return };
        // SAFETY: a plain object without instance variables.
        let delegate: Retained<Delegate> = unsafe { msg_send_id![main.alloc::<Delegate>().set_ivars(()), init] };
        NSApplication::sharedApplication(main).setDelegate(Some(ProtocolObject::from_ref(&*delegate)));
        // The application holds it weakly; it lives as long as the program.
        let _kept = ManuallyDrop::new(delegate);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_arrives_is_opened_once() {
        arrive([PathBuf::from("/a/plan.ron"), PathBuf::from("/b/plan.ron")]);
        assert_eq!(arrived().len(), 2);
        assert_eq!(arrived(), Vec::<PathBuf>::new());
    }
}
