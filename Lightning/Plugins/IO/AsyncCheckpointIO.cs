using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Lightning.Plugins;

/// <summary>
/// Writes checkpoints on a thread of its own while training goes on: the tensors are copied first, so a checkpoint holds the moment at which it was asked
/// for. What was asked for is done in that order, one after the other.
/// </summary>
/// <remarks>
/// Python: <c>lightning.pytorch.plugins.io.AsyncCheckpointIO</c>. A write that failed is reported by the next call, or when the run ends, which waits for
/// all of them. No more than two checkpoints wait at a time: a third one waits for the first.
/// </remarks>
public sealed class AsyncCheckpointIO : CheckpointIO
{
    private const int Waiting = 2;

    private readonly CheckpointIO _inner;
    private BlockingCollection<Action>? _work;
    private Thread? _writer;
    private volatile ExceptionDispatchInfo? _failure;

    /// <summary>Makes the writer.</summary>
    /// <param name="checkpoint_io">What writes in the end; null for files of <c>torch.save</c>.</param>
    public AsyncCheckpointIO(CheckpointIO? checkpoint_io = null) => _inner = checkpoint_io ?? new TorchCheckpointIO();

    /// <inheritdoc/>
    public override void save_checkpoint(Dictionary<string, object?> checkpoint, string path)
    {
        var held = new List<Tensor>();
        var copy = (Dictionary<string, object?>)Copy(checkpoint, new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance), held)!;
        Enqueue(() =>
        {
            try
            {
                _inner.save_checkpoint(copy, path);
            }
            finally
            {
                held.ForEach(tensor => tensor.Dispose());
            }
        });
    }

    /// <inheritdoc/>
    public override Dictionary<string, object?> load_checkpoint(string path, Device? map_location = null)
    {
        teardown();
        return _inner.load_checkpoint(path, map_location);
    }

    /// <inheritdoc/>
    /// <remarks>After all that was asked for before: a file gives way only when its successor is on disk.</remarks>
    public override void remove_checkpoint(string path) => Enqueue(() => _inner.remove_checkpoint(path));

    /// <inheritdoc/>
    public override void teardown()
    {
        _work?.CompleteAdding();
        _writer?.Join();
        _work?.Dispose();
        (_work, _writer) = (null, null);
        _inner.teardown();
        ThrowFailure();
    }

    private void Enqueue(Action action)
    {
        ThrowFailure();
        if (_work is null)
        {
            var work = _work = new BlockingCollection<Action>(Waiting);
            _writer = new Thread(() => Write(work)) { IsBackground = true, Name = "checkpoints" };
            _writer.Start();
        }

        _work.Add(action);
    }

    private void Write(BlockingCollection<Action> work)
    {
        foreach (var action in work.GetConsumingEnumerable())
        {
            // After a failure nothing more is written or removed: what is on disk stays.
            if (_failure is not null)
            {
                continue;
            }

            try
            {
                action();
            }
            catch (Exception exception)
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }

    private void ThrowFailure()
    {
        if (_failure is { } failure)
        {
            _failure = null;
            failure.Throw();
        }
    }

    // A tensor that stands in several places is copied once, so that it is one in the file too.
    private static object? Copy(object? value, Dictionary<Tensor, Tensor> known, List<Tensor> held)
    {
        switch (value)
        {
            case Tensor tensor:
                if (!known.TryGetValue(tensor, out var copy))
                {
                    using var guard = torch.no_grad();
                    known.Add(tensor, copy = tensor.detach().clone().DetachFromDisposeScope());
                    held.Add(copy);
                }

                return copy;
            case IReadOnlyDictionary<string, object?> named:
                return named.ToDictionary(pair => pair.Key, pair => Copy(pair.Value, known, held));
            case IReadOnlyDictionary<long, object?> numbered:
                return numbered.ToDictionary(pair => pair.Key, pair => Copy(pair.Value, known, held));
            case object?[] items:
                return Array.ConvertAll(items, item => Copy(item, known, held));
            case IReadOnlyList<object?> items:
                return items.Select(item => Copy(item, known, held)).ToList();
            default:
                return value;
        }
    }
}
