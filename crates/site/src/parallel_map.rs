//! An ordered parallel map with bounded buffering. By hand: rayon keeps either the
//! order or a bound, and pages of a large site don't fit into memory at once.

use std::sync::mpsc::{self, Receiver};
use std::thread;

/// How many results each thread may queue. A longer queue would use more memory
/// and save no time.
const QUEUE_LENGTH: usize = 4;

/// Maps `items` on several threads and passes the results to `consume` on this
/// thread, in the order of the items. `make_mapper` is called once on each thread,
/// so that the mapper can own state, such as caches.
///
/// # Errors
///
/// Stops at the first error of `consume` and returns it.
pub(super) fn parallel_map_ordered<T, R, F, E>(
    items: &[T],
    make_mapper: impl Fn() -> F + Sync,
    mut consume: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    T: Sync,
    R: Send,
    F: FnMut(&T) -> R,
{
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.min(items.len());
    thread::scope(|scope| {
        let make_mapper = &make_mapper;
        let spawn = |offset| {
            let (sender, receiver) = mpsc::sync_channel(QUEUE_LENGTH);
            scope.spawn(move || {
                let mut map = make_mapper();
                for item in items.iter().skip(offset).step_by(threads) {
                    if sender.send(map(item)).is_err() {
                        // `consume` failed and the receiver was dropped.
                        return;
                    }
                }
            });
            receiver
        };
        let receivers: Vec<Receiver<R>> = (0..threads).map(spawn).collect();
        for receiver in receivers.iter().cycle().take(items.len()) {
            // The thread panicked if it sent nothing; the scope repeats the panic.
            let Ok(result) = receiver.recv() else { break };
            consume(result)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::thread;
    use std::time::Duration;

    use super::parallel_map_ordered;

    #[test]
    fn slow_items_keep_their_place() {
        let items: Vec<u64> = (0..50).collect();
        let slow = |item: &u64| {
            if item.is_multiple_of(7) {
                thread::sleep(Duration::from_millis(3));
            }
            *item
        };
        let mut results = Vec::new();
        let mut consume = |result| {
            results.push(result);
            Ok::<(), Infallible>(())
        };
        let Ok(()) = parallel_map_ordered(&items, || slow, &mut consume);
        let Ok(()) = parallel_map_ordered(&[], || slow, consume);
        assert_eq!(results, items);
    }

    #[test]
    fn an_error_stops_the_map() {
        let items: Vec<usize> = (0..1000).collect();
        let mut last = 0;
        let consume = |result| {
            last = result;
            if result < 10 { Ok(()) } else { Err("ten") }
        };
        assert_eq!(
            parallel_map_ordered(&items, || |item: &usize| *item, consume),
            Err("ten")
        );
        assert_eq!(last, 10);
    }
}
