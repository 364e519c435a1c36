namespace TorchSharp;

/// <summary>The libtorch at hand has the operator with another signature than the one that the generated call was made for.</summary>
public sealed class OperatorChangedException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="operatorName">Name with overload, such as <c>aten::_to_dense.out</c>.</param>
    /// <param name="libtorchVersion">The version at hand.</param>
    /// <param name="changedIn">The first version known to have the other signature.</param>
    public OperatorChangedException(string operatorName, string libtorchVersion, string changedIn)
        : base($"libtorch {libtorchVersion} takes other arguments for {operatorName} than before {changedIn}: call it with those through torch.ops.call")
    {
        OperatorName = operatorName;
        LibtorchVersion = libtorchVersion;
        ChangedIn = changedIn;
    }

    /// <summary>Name with overload.</summary>
    public string OperatorName { get; }

    /// <summary>The version at hand.</summary>
    public string LibtorchVersion { get; }

    /// <summary>The first version known to have the other signature.</summary>
    public string ChangedIn { get; }
}
