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

    /// <summary>A number that Python keeps as a tensor of float32 without dimensions.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field.</param>
    void Number(string name, ref double value);

    /// <summary>A tensor of the parameter's shape, or null where there is none yet.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field.</param>
    void Tensor(string name, ref Tensor? value);
}
