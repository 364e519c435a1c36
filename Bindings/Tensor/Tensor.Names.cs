using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The names of the dimensions, null for each that has none (Python's <c>torch.Tensor.names</c>). Setting them, null or "*" for none, renames
        /// the tensor itself.
        /// </summary>
        /// <exception cref="TorchException">Set: as many names as dimensions are needed, each an identifier and there once.</exception>
        [SuppressMessage("Performance", "CA1819", Justification = "TorchSharp's shape of it; a fresh array at each call")]
        public string[] names
        {
            get => ReadNames() ?? new string[dim()];
            set
            {
                ArgumentNullException.ThrowIfNull(value);
                ops.aten.rename_(this, Array.ConvertAll(value, name => name ?? "*"));
            }
        }

        /// <summary>Whether any dimension has a name (Python's <c>torch.Tensor.has_names</c>).</summary>
        public bool has_names() => ReadNames() is not null;

        private unsafe string[]? ReadNames()
        {
            byte* text;
            NativeError.Check(NativeMethods.tl_tensor_names(Handle, &text), "names");
            EndUse();
            string? lines = Marshal.PtrToStringUTF8((nint)text);
            NativeMethods.tl_free(text);
            return lines is null ? null : Array.ConvertAll(lines.Split('\n')[..^1], name => name == "*" ? null! : name);
        }
    }
}
