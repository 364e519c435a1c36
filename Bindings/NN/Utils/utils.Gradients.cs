using TorchSharp.Modules;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers around modules and their parameters. Python's <c>torch.nn.utils</c>.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients down so that their common norm is at most a given one. Python's <c>clip_grad_norm_</c>.</summary>
            /// <param name="tensors">The parameters; those with no gradient are passed over.</param>
            /// <param name="max_norm">The greatest norm.</param>
            /// <param name="norm_type">The power of the norm, or infinity; default 2.</param>
            /// <returns>The norm before. Reading it waits for the device.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var norm = clip_grad_norm_(tensors, max_norm, norm_type, error_if_nonfinite: false);
                return norm.to(ScalarType.Float64).item<double>();
            }

            /// <summary>As the other form, but the norm stays on its device, so that nothing waits.</summary>
            /// <param name="tensors">The parameters; those with no gradient are passed over.</param>
            /// <param name="max_norm">The greatest norm.</param>
            /// <param name="norm_type">The power of the norm, or infinity.</param>
            /// <param name="error_if_nonfinite">Whether a norm that is infinite or not a number is an error (found out by waiting).</param>
            /// <returns>The norm before, a number.</returns>
            /// <exception cref="InvalidOperationException">The norm is not finite and that is an error.</exception>
            public static Tensor clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type, bool error_if_nonfinite)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0)
                {
                    return zeros([]).MoveToOuterDisposeScope();
                }

                // What a sparse gradient does not store is zero, and an empty one has no infinity norm.
                Tensor[] stored = [.. gradients.Select(g => g.is_sparse ? aten._values(aten.coalesce(g)) : g).Where(g => g.numel() > 0)];
                if (stored.Length == 0)
                {
                    return zeros([], gradients[0].dtype, gradients[0].device).MoveToOuterDisposeScope();
                }

                var device = gradients[0].device;
                Tensor[] norms = [.. aten._foreach_norm_Scalar(stored, norm_type).Select(n => n.to(device))];
                var total = aten.linalg_vector_norm(aten.stack(norms), norm_type);

                if (error_if_nonfinite && !aten.isfinite(total).item<bool>())
                {
                    throw new InvalidOperationException(
                        $"The norm of order {norm_type} of the gradients is {total.to(ScalarType.Float64).item<double>()}; "
                        + $"they cannot be scaled to {max_norm}.");
                }

                // A factor of at most 1, as a tensor: no device is waited for.
                var factor = aten.clamp_max(aten.mul_Scalar(aten.reciprocal(aten.add_Scalar(total, 1e-6)), max_norm), 1.0);
                foreach (var gradient in gradients)
                {
                    aten.mul__Tensor(gradient, factor.to(gradient.device));
                }

                return total.MoveToOuterDisposeScope();
            }

            /// <summary>Clamps all gradients to [-clip_value, clip_value]. Python's <c>clip_grad_value_</c>.</summary>
            /// <param name="tensors">The parameters; those with no gradient are passed over.</param>
            /// <param name="clip_value">The greatest magnitude.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in Gradients(tensors))
                {
                    aten.clamp_(gradient, -clip_value, clip_value);
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> parameters)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                return [.. parameters.Select(p => p.grad).OfType<Tensor>()];
            }
        }
    }
}
