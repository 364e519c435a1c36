using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A storage class that a pickle names: which elements it holds.</summary>
internal sealed record StorageClass(ScalarType Type);

/// <summary>A storage that a pickle refers to: which piece of the file, what it holds and where it lived.</summary>
internal sealed record StorageReference(string Key, ScalarType Type, string Location, long Count);

/// <summary>Makes tensors over the storages of one file.</summary>
internal interface ITensorRebuilder
{
    /// <summary>A tensor over part of a storage; tensors over the same storage share its memory.</summary>
    Tensor View(StorageReference storage, long offset, long[] size, long[] stride);

    /// <summary>The same data as a parameter; <paramref name="data"/> belongs to the rebuilder afterwards.</summary>
    Modules.Parameter AsParameter(Tensor data, bool requiresGrad);
}
