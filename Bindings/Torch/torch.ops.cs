using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Operators by name (torch.ops).</summary>
    public static unsafe partial class ops
    {
        /// <summary>Loads a library of operators that anyone wrote; what it registers can be called with <see cref="call"/>.</summary>
        /// <param name="path">The library's file.</param>
        /// <exception cref="FileNotFoundException">No such file.</exception>
        /// <exception cref="TorchException">It cannot be loaded; the message says why.</exception>
        public static void load_library(string path)
        {
            if (!File.Exists(path))
            {
                throw new FileNotFoundException($"there is no operator library {path}", path);
            }

            using var text = new Utf8Argument(Path.GetFullPath(path));
            NativeError.Check(NativeMethods.tl_load_library(text.Pointer), "torch.ops.load_library");
        }

        /// <summary>Calls any registered operator.</summary>
        /// <param name="name">Namespace and name, and the overload after a point: <c>aten::add.Tensor</c>, <c>torchvision::nms</c>.</param>
        /// <param name="arguments">
        /// In the order of its schema: tensors, numbers, truth values, strings, devices, dtypes, generators, arrays of these, or null.
        /// Missing ones at the end take their defaults.
        /// </param>
        /// <returns>Its results: tensors, numbers, strings, arrays, or null for None.</returns>
        /// <exception cref="OperatorNotFoundException">There is no such operator here.</exception>
        /// <exception cref="ArgumentException">An argument's type has no counterpart.</exception>
        public static object?[] call(string name, params object?[] arguments)
        {
            ArgumentNullException.ThrowIfNull(name);
            ArgumentNullException.ThrowIfNull(arguments);
            int split = name.IndexOf('.', StringComparison.Ordinal);
            (string op, string overload) = split < 0 ? (name, "") : (name[..split], name[(split + 1)..]);
            int status = OpTable.TryResolve(op, overload, out nint handle);
            if (status != 0)
            {
                throw NativeError.MissingOperator(status, op, overload, "");
            }

            return BoxedCall.Run(handle, name, arguments);
        }
    }
}
