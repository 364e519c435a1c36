using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Programs that Python exported and compiled ahead of time (Python's <c>torch.export</c>).</summary>
    public static class export
    {
        /// <summary>Would load a package of AOTInductor (<c>.pt2</c>).</summary>
        /// <param name="filename">The file.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TorchNotImplementedException">Always: no libtorch that is built against has AOTInductor's loader.</exception>
        public static ExportedProgram load(string filename)
        {
            ArgumentException.ThrowIfNullOrEmpty(filename);
            if (!File.Exists(filename))
            {
                throw new FileNotFoundException($"there is no exported program {filename}", filename);
            }

            throw new TorchNotImplementedException(
                $"torch.export.load(\"{filename}\"): programs compiled by AOTInductor are not run with libtorch {NativeLibraries.LibtorchVersion}; save the " +
                "model in Python by torch.jit.trace and torch.jit.save, and load it by torch.jit.load", "");
        }

        /// <summary>Would load a package of AOTInductor (<c>.pt2</c>) whose result has a type.</summary>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <inheritdoc cref="load(string)"/>
        public static ExportedProgram<TResult> load<TResult>(string filename) => new(load(filename));
    }
}
