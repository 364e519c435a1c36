namespace TorchSharp.Modules;

/// <summary>A part of a residual network that knows its own layers.</summary>
internal interface IResidualPart
{
    /// <summary>Whether none of its layers may hold on to a tensor that passes through.</summary>
    bool KeepsNothing { get; }
}
