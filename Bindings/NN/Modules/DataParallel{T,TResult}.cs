using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A module behind the name that Python's <c>torch.nn.DataParallel</c> gives it: state names begin with <c>module.</c>, so dictionaries of Python's
/// networks load. It runs on one device; several are the matter of <see cref="DistributedDataParallel{T, TResult}"/>, which Python recommends as well.
/// </summary>
/// <typeparam name="T">The type of the input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed class DataParallel<T, TResult> : nn.Module<T, TResult>
{
    internal DataParallel(nn.Module<T, TResult> module, IReadOnlyList<int>? device_ids)
        : base(nameof(DataParallel<,>))
    {
        ArgumentNullException.ThrowIfNull(module);
        if (device_ids?.Count > 1)
        {
            throw new NotSupportedException(
                $"DataParallel runs on one device, not on {device_ids.Count}: start one process for each device and use "
                + "torch.nn.parallel.DistributedDataParallel, which is faster too.");
        }

        this.module = module;
        this.device_ids = device_ids ?? [];
        if (this.device_ids.Count == 1)
        {
            module.to(DeviceType.CUDA, this.device_ids[0]);
        }

        register_module(nameof(module), module);
    }

    /// <summary>The module.</summary>
    public nn.Module<T, TResult> module { get; }

    /// <summary>The CUDA device that the module runs on; empty where it stays where it is.</summary>
    public IReadOnlyList<int> device_ids { get; }

    /// <summary>Calls the module.</summary>
    public override TResult forward(T input) => module.call(input);
}
