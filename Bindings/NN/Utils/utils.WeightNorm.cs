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
            /// Splits a parameter into its length, <c>name_g</c>, and its direction, <c>name_v</c>, which train apart; the parameter itself is computed
            /// from them before each call. Python's <c>weight_norm</c> (Salimans and Kingma, 2016).
            /// </summary>
            /// <typeparam name="T">The module's type.</typeparam>
            /// <param name="module">The module. An optimizer made before does not know the two new parameters.</param>
            /// <param name="name">The parameter; default <c>weight</c>.</param>
            /// <param name="dim">The dimension whose entries have a length of their own; null for one length of all. Default 0.</param>
            /// <returns>The module.</returns>
            /// <exception cref="ArgumentException">The module has no such parameter.</exception>
            public static T weight_norm<T>(T module, string name = "weight", long? dim = 0)
                where T : Module
            {
                ArgumentNullException.ThrowIfNull(module);
                var weight = module.OwnTensor(name) as Parameter
                    ?? throw new ArgumentException($"\"{name}\" of {module.TypeName} is a buffer; its norm is not a thing to train.", nameof(name));
                var along = dim ?? -1;
                WeightNormalization norm;
                using (no_grad())
                {
                    norm = new WeightNormalization(
                        new Parameter(aten.norm_except_dim(weight, 2, along)), new Parameter(aten.detach(weight)), along);
                }

                module.register_parameter($"{name}_g", norm.Length);
                module.register_parameter($"{name}_v", norm.Direction);
                module.ReplaceByComputed(name, norm, norm.Compute);
                return module;
            }

            /// <summary>Puts what <see cref="weight_norm"/> computes back as an ordinary parameter. Python's <c>remove_weight_norm</c>.</summary>
            /// <inheritdoc cref="weight_norm"/>
            /// <exception cref="ArgumentException">The parameter has no weight normalization.</exception>
            public static T remove_weight_norm<T>(T module, string name = "weight")
                where T : Module
            {
                ArgumentNullException.ThrowIfNull(module);
                if (module.ComputedBy(name) is not WeightNormalization norm)
                {
                    throw new ArgumentException($"\"{name}\" of {module.TypeName} has no weight normalization.", nameof(name));
                }

                using var values = aten.detach(module.FindComputed(name)!);
                var plain = new Parameter(aten.clone(values));
                module.Unregister($"{name}_g");
                module.Unregister($"{name}_v");
                module.ReplaceComputed(name, plain);
                norm.Length.Dispose();
                norm.Direction.Dispose();
                return module;
            }

            private sealed record WeightNormalization(Parameter Length, Parameter Direction, long Dimension)
            {
                public Tensor Compute() => aten._weight_norm(Direction, Length, Dimension);
            }
        }
    }
}
