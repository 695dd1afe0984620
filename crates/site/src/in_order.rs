//! Work on several threads at once whose results come in the order of what was
//! asked for, a few at a time.

use std::sync::mpsc::{self, Receiver};
use std::thread;

/// How many results of each thread wait to be taken. More would be held at once
/// and save nothing.
const AHEAD: usize = 4;

/// Makes something of each of `all` and hands it to `take`, in their order.
/// `worker` is asked once on each thread for what does the making there, with
/// all that it needs for itself.
///
/// # Errors
///
/// The first of `take`, after which nothing more is taken.
pub(super) fn in_order<T, M, W, E>(
    all: &[T],
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(M) -> Result<(), E>,
) -> Result<(), E>
where
    T: Sync,
    M: Send,
    W: FnMut(&T) -> M,
{
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.min(all.len());
    thread::scope(|scope| {
        let worker = &worker;
        let begin = |first| {
            let (send, receive) = mpsc::sync_channel(AHEAD);
            scope.spawn(move || {
                let mut make = worker();
                for one in all.iter().skip(first).step_by(threads) {
                    if send.send(make(one)).is_err() {
                        // Nobody takes any more.
                        return;
                    }
                }
            });
            receive
        };
        let made: Vec<Receiver<M>> = (0..threads).map(begin).collect();
        for thread in made.iter().cycle().take(all.len()) {
            // A thread that gives nothing panicked, and then the scope does.
            let Ok(one) = thread.recv() else { break };
            take(one)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::thread;
    use std::time::Duration;

    use super::in_order;

    #[test]
    fn what_takes_longer_comes_in_its_turn() {
        let all: Vec<u64> = (0..50).collect();
        let slow = |one: &u64| {
            if one.is_multiple_of(7) {
                thread::sleep(Duration::from_millis(3));
            }
            *one
        };
        let mut taken = Vec::new();
        let mut take = |one| {
            taken.push(one);
            Ok::<(), Infallible>(())
        };
        let Ok(()) = in_order(&all, || slow, &mut take);
        let Ok(()) = in_order(&[], || slow, take);
        assert_eq!(taken, all);
    }

    #[test]
    fn a_failure_ends_it() {
        let all: Vec<usize> = (0..1000).collect();
        let mut taken = 0;
        let take = |one| {
            taken = one;
            if one < 10 { Ok(()) } else { Err("ten") }
        };
        assert_eq!(in_order(&all, || |one: &usize| *one, take), Err("ten"));
        assert_eq!(taken, 10);
    }
}
