using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Ready parametrizations. Python's <c>torch.nn.utils.parametrizations</c>.</summary>
            public static partial class parametrizations
            {
                /// <summary>
                /// Keeps a parameter's last two dimensions an orthogonal matrix (orthonormal rows or columns where it is not square). Python's
                /// <c>parametrizations.orthogonal</c>.
                /// </summary>
                /// <typeparam name="T">The module's type.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter; default <c>weight</c>.</param>
                /// <param name="orthogonal_map">
                /// How the matrix is computed; default <see cref="OrthogonalMap.matrix_exp"/> for square and complex ones, else
                /// <see cref="OrthogonalMap.householder"/>.
                /// </param>
                /// <param name="use_trivialization">Whether the map is taken around the value that was set last; default true.</param>
                /// <returns>The module.</returns>
                /// <exception cref="ArgumentException">The parameter has fewer than two dimensions, or is complex and the map is for real ones.</exception>
                public static T orthogonal<T>(
                    T module, string name = "weight", OrthogonalMap? orthogonal_map = null, bool use_trivialization = true)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    var weight = Find(module, name);
                    if (weight.dim() < 2)
                    {
                        throw new ArgumentException($"An orthogonal matrix has two dimensions; \"{name}\" has {weight.dim()}.", nameof(name));
                    }

                    var square = weight.size(-2) == weight.size(-1);
                    var map = orthogonal_map ?? (square || is_complex(weight.dtype) ? OrthogonalMap.matrix_exp : OrthogonalMap.householder);
                    var orthogonal = new OrthogonalParametrization(weight, map, use_trivialization);
                    return parametrize.register_parametrization(module, name, orthogonal, @unsafe: true);
                }

                /// <summary>
                /// Divides a parameter by its largest singular value, estimated by a power iteration at each computation in training. Python's
                /// <c>parametrizations.spectral_norm</c>.
                /// </summary>
                /// <typeparam name="T">The module's type.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter; default <c>weight</c>.</param>
                /// <param name="n_power_iterations">How many steps of the iteration a computation takes; default 1.</param>
                /// <param name="eps">The least norm divided by; default 1e-12.</param>
                /// <param name="dim">The dimension of the results; default 0, and 1 for transposed convolutions.</param>
                /// <returns>The module.</returns>
                public static T spectral_norm<T>(
                    T module, string name = "weight", int n_power_iterations = 1, double eps = 1e-12, long? dim = null)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    ArgumentOutOfRangeException.ThrowIfLessThan(n_power_iterations, 1);
                    var norm = new SpectralNormParametrization(Find(module, name), n_power_iterations, eps, dim ?? PowerIteration.DefaultDimension(module));
                    return parametrize.register_parametrization(module, name, norm);
                }

                /// <summary>
                /// Splits a parameter into its length (<c>original0</c>) and its direction (<c>original1</c>), which train apart. Python's
                /// <c>parametrizations.weight_norm</c>.
                /// </summary>
                /// <typeparam name="T">The module's type.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter; default <c>weight</c>.</param>
                /// <param name="dim">The dimension whose entries have a length of their own; null for one length of all. Default 0.</param>
                /// <returns>The module.</returns>
                public static T weight_norm<T>(T module, string name = "weight", long? dim = 0)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    return parametrize.register_parametrization(module, name, new WeightNormParametrization(dim ?? -1), @unsafe: true);
                }

                private static Tensor Find(Module module, string name) => module.FindComputed(name) ?? module.OwnTensor(name);
            }
        }
    }
}
