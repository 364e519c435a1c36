using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Trains a module in several processes, each on its own data: all start from rank 0's parameters, and gradients are averaged while backward computes
/// them. Its state dictionary is the module's under the prefix <c>module.</c> (Python's <c>torch.nn.parallel.DistributedDataParallel</c>).
/// </summary>
/// <typeparam name="T">The type of the input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed class DistributedDataParallel<T, TResult> : nn.Module<T, TResult>
{
    private readonly nn.parallel.Replica _replica;

    internal DistributedDataParallel(nn.Module<T, TResult> module, nn.parallel.Replica replica)
        : base(nameof(DistributedDataParallel<,>))
    {
        this.module = module;
        _replica = replica;
        register_module(nameof(module), module);
    }

    /// <summary>The module that is trained.</summary>
    public nn.Module<T, TResult> module { get; }

    /// <inheritdoc/>
    public override TResult forward(T input)
    {
        _replica.BeforeForward();
        return _replica.AfterForward(module.call(input));
    }

    /// <inheritdoc cref="nn.parallel.Replica.no_sync"/>
    public IDisposable no_sync() => _replica.no_sync();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _replica.Dispose();
        }

        base.Dispose(disposing);
    }
}
