using TorchSharp.Modules;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>
            /// Divides a parameter by its largest singular value, estimated by a power iteration at each call in training. Python's
            /// <c>spectral_norm</c> (Miyato and others, 2018).
            /// </summary>
            /// <typeparam name="T">The module's type.</typeparam>
            /// <param name="module">The module. Its parameter becomes <c>name_orig</c>, the same object; the buffers <c>name_u</c> and <c>name_v</c> are
            /// the estimated singular vectors.</param>
            /// <param name="name">The parameter; default <c>weight</c>.</param>
            /// <param name="n_power_iterations">How many steps of the iteration a call takes; default 1.</param>
            /// <param name="eps">The least norm divided by; default 1e-12.</param>
            /// <param name="dim">The dimension of the results; default 0, and 1 for transposed convolutions.</param>
            /// <returns>The module.</returns>
            /// <exception cref="ArgumentException">The module has no such parameter, or there are no steps to take.</exception>
            public static T spectral_norm<T>(
                T module, string name = "weight", int n_power_iterations = 1, double eps = 1e-12, long? dim = null)
                where T : Module
            {
                ArgumentNullException.ThrowIfNull(module);
                ArgumentOutOfRangeException.ThrowIfLessThan(n_power_iterations, 1);
                var weight = module.OwnTensor(name) as Parameter
                    ?? throw new ArgumentException($"\"{name}\" of {module.TypeName} is a buffer, not a parameter.", nameof(name));
                var norm = new PowerIteration(n_power_iterations, eps, dim ?? PowerIteration.DefaultDimension(module));
                var (u, v) = norm.Start(weight);

                // Until the first call the parameter has its own values, as in Python.
                module.ReplaceByComputed(name, norm, () => norm.Normalized(weight, u, v, module.training), initial: weight);
                module.register_parameter($"{name}_orig", weight);
                module.register_buffer($"{name}_u", u);
                module.register_buffer($"{name}_v", v);
                return module;
            }

            /// <summary>Puts what <see cref="spectral_norm"/> computes back as an ordinary parameter. Python's <c>remove_spectral_norm</c>.</summary>
            /// <inheritdoc cref="spectral_norm"/>
            /// <exception cref="ArgumentException">The parameter has no spectral normalization.</exception>
            public static T remove_spectral_norm<T>(T module, string name = "weight")
                where T : Module
            {
                ArgumentNullException.ThrowIfNull(module);
                if (module.ComputedBy(name) is not PowerIteration norm)
                {
                    throw new ArgumentException($"\"{name}\" of {module.TypeName} has no spectral normalization.", nameof(name));
                }

                var (weight, u, v) = (module.get_parameter($"{name}_orig")!, module.get_buffer($"{name}_u")!, module.get_buffer($"{name}_v")!);
                using (no_grad())
                {
                    using var normalized = norm.Normalized(weight, u, v, iterate: false);
                    aten.set_data(weight, normalized);
                }

                foreach (var own in new[] { $"{name}_orig", $"{name}_u", $"{name}_v" })
                {
                    module.Unregister(own);
                }

                module.ReplaceComputed(name, weight);
                u.Dispose();
                v.Dispose();
                return module;
            }
        }
    }
}
