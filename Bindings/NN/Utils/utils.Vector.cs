using TorchSharp.Modules;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>All parameters, one after the other, in one vector. Python's <c>parameters_to_vector</c>.</summary>
            /// <exception cref="ArgumentException">There are no parameters.</exception>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var scope = NewDisposeScope();
                Tensor[] flat = [.. tensors.Select(p => aten.reshape(p, [-1]))];
                return flat.Length > 0
                    ? aten.cat(flat).MoveToOuterDisposeScope()
                    : throw new ArgumentException("There are no parameters to put into a vector.", nameof(tensors));
            }

            /// <summary>Sets all parameters from one vector. Python's <c>vector_to_parameters</c>.</summary>
            /// <param name="vec">As many entries as the parameters have together.</param>
            /// <param name="tensors">The parameters; they stay the same objects.</param>
            /// <exception cref="ArgumentException">The vector is of another length.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                Parameter[] parameters = [.. tensors];
                var length = parameters.Sum(p => p.numel());
                if (vec.dim() != 1 || vec.numel() != length)
                {
                    throw new ArgumentException(
                        $"The parameters take a vector of {length} entries, not one of shape {Modules.Repr.Shape(vec)}.",
                        nameof(vec));
                }

                using var guard = no_grad();
                var start = 0L;
                foreach (var parameter in parameters)
                {
                    using var part = aten.slice_Tensor(vec, 0, start, start + parameter.numel());
                    using var shaped = aten.view(part, parameter.shape);
                    aten.copy_(parameter, shaped);
                    start += parameter.numel();
                }
            }
        }
    }
}
