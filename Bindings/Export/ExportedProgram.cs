using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A program that Python exported; for running only.</summary>
public class ExportedProgram : IDisposable
{
    private readonly Func<Tensor[], Tensor[]> program;

    /// <summary>Wraps what runs the program.</summary>
    /// <param name="program">From the inputs to the outputs.</param>
    internal ExportedProgram(Func<Tensor[], Tensor[]> program) => this.program = program;

    /// <summary>Runs it.</summary>
    /// <param name="inputs">What it takes.</param>
    public Tensor[] run(params Tensor[] inputs) => program(inputs);

    /// <summary>Runs it: see <see cref="run"/>.</summary>
    /// <param name="inputs">What it takes.</param>
    public Tensor[] forward(params Tensor[] inputs) => run(inputs);

    /// <summary>Runs it: see <see cref="run"/>.</summary>
    /// <param name="inputs">What it takes.</param>
    public Tensor[] call(params Tensor[] inputs) => run(inputs);

    /// <summary>Gives the program back.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What <see cref="Dispose()"/> does.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
