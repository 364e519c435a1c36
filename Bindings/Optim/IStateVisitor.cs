using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Walks over what an optimizer keeps for one parameter, by the Python names.</summary>
public interface IStateVisitor
{
    /// <summary>The number of steps taken.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field.</param>
    /// <param name="asTensor">Whether Python keeps it as a tensor (of float32, no dimensions) and not as a number.</param>
    void Step(string name, ref long value, bool asTensor);

    /// <summary>A number.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field.</param>
    /// <param name="asTensor">Whether Python keeps it as a tensor (of float32, no dimensions) and not as a number.</param>
    void Number(string name, ref double value, bool asTensor);

    /// <summary>Numbers, as many as the steps so far left.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="values">The field, changed in place.</param>
    void Numbers(string name, List<double> values);

    /// <summary>A tensor, or null where there is none yet.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field.</param>
    void Tensor(string name, ref Tensor? value);

    /// <summary>Tensors, as many as the steps so far left.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="values">The field, changed in place.</param>
    void Tensors(string name, List<Tensor> values);
}
