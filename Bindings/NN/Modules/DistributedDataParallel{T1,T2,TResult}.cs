using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <inheritdoc cref="DistributedDataParallel{T, TResult}"/>
/// <typeparam name="T1">The type of the first input.</typeparam>
/// <typeparam name="T2">The type of the second input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed class DistributedDataParallel<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    private readonly nn.parallel.Replica _replica;

    internal DistributedDataParallel(nn.Module<T1, T2, TResult> module, nn.parallel.Replica replica)
        : base(nameof(DistributedDataParallel<,,>))
    {
        this.module = module;
        _replica = replica;
        register_module(nameof(module), module);
    }

    /// <summary>The module that is trained.</summary>
    public nn.Module<T1, T2, TResult> module { get; }

    /// <inheritdoc/>
    public override TResult forward(T1 input1, T2 input2)
    {
        _replica.BeforeForward();
        return _replica.AfterForward(module.call(input1, input2));
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
