using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A program that Python exported, whose result has a type.</summary>
/// <typeparam name="TResult">The type: a tensor, tensors, or a tuple of them.</typeparam>
public class ExportedProgram<TResult> : ExportedProgram
{
    /// <summary>Wraps a program.</summary>
    /// <param name="program">The program.</param>
    internal ExportedProgram(ExportedProgram program)
        : base(program.run)
    {
    }

    /// <summary>Runs it.</summary>
    /// <param name="inputs">What it takes.</param>
    /// <exception cref="InvalidCastException">The outputs are not of the type.</exception>
    public new TResult run(params Tensor[] inputs)
    {
        Tensor[] outputs = base.run(inputs);
        return ScriptConversion.To<TResult>(outputs is [var only] && typeof(TResult) == typeof(Tensor) ? only : outputs, "the exported program");
    }

    /// <summary>Runs it: see <see cref="run"/>.</summary>
    /// <param name="inputs">What it takes.</param>
    public new TResult forward(params Tensor[] inputs) => run(inputs);

    /// <summary>Runs it: see <see cref="run"/>.</summary>
    /// <param name="inputs">What it takes.</param>
    public new TResult call(params Tensor[] inputs) => run(inputs);
}
