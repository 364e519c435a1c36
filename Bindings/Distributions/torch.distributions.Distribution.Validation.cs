namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <content>Checks of parameters and values, and the distribution as text.</content>
        public abstract partial class Distribution
        {
            private static bool s_validates = true;

            /// <summary>Whether this distribution checks its parameters and values.</summary>
            private protected bool Validates { get; set; }

            /// <summary>Sets whether distributions made from now on check parameters and values; they do at first.</summary>
            /// <param name="value">Whether to check.</param>
            public static void set_default_validate_args(bool value) => s_validates = value;

            /// <summary>The distribution as Python prints it.</summary>
            public override string ToString()
            {
                IEnumerable<string> entries = arg_constraints.Keys.Where(kept.ContainsKey).Select(name => $"{name}: {Describe(kept[name])}");
                return $"{GetType().Name}({string.Join(", ", entries)})";
            }

            /// <summary>Checks values as <see cref="log_prob"/> does: their shape and the support.</summary>
            /// <param name="value">Values.</param>
            /// <exception cref="ArgumentException">Its shape does not fit, or it lies outside of the support.</exception>
            protected void _validate_sample(Tensor value)
            {
                ArgumentNullException.ThrowIfNull(value);
                long[] actual = value.shape;
                long[] expected = ExtendedShape();
                int events = event_shape.Length;
                if (actual.Length < events || !actual.AsSpan(actual.Length - events).SequenceEqual(event_shape.Shape))
                {
                    throw new ArgumentException(
                        $"The right-most size of value must match event_shape: {Python(actual)} vs {Python(event_shape.Shape)}.", nameof(value));
                }

                for (int i = 1; i <= Math.Min(actual.Length, expected.Length); i++)
                {
                    if (actual[^i] != expected[^i] && actual[^i] != 1 && expected[^i] != 1)
                    {
                        throw new ArgumentException(
                            $"Value is not broadcastable with batch_shape+event_shape: {Python(actual)} vs {Python(expected)}.", nameof(value));
                    }
                }

                constraints.Constraint within = support;
                if (!Holds(within, value))
                {
                    throw new ArgumentException(
                        $"Expected value argument (Tensor of shape {Tuple(actual)}) to be within the support ({within}) of the distribution {this}, " +
                        $"but found invalid values:\n{Describe(value, whole: true)}", nameof(value));
                }
            }

            internal static string Python(long[] shape) => $"torch.Size([{string.Join(", ", shape)}])";

            /// <summary>A tensor of one element by its value, a greater one by its shape, as Python's repr of distributions does.</summary>
            internal static string Describe(Tensor value, bool whole = false)
            {
                if (value.dim() == 0)
                {
                    using Tensor plain = value.detach();
                    return is_floating_point(plain.dtype) ? PythonFloat(plain.to_type(ScalarType.Float64).item<double>()) : $"{plain.to_type(ScalarType.Int64).item<long>()}";
                }

                return whole || value.numel() == 1 ? value.ToString(TensorStringStyle.Python) : Python(value.shape);
            }

            internal static string PythonFloat(double number) =>
                double.IsFinite(number) ? Modules.Repr.Float(number) : double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";

            private static string Tuple(long[] shape) => shape.Length == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape)})";

            private static bool Holds(constraints.Constraint constraint, Tensor value)
            {
                using DisposeScope scope = NewDisposeScope();
                using IDisposable mode = no_grad();
                return constraint.check(value).all().item<bool>();
            }

            /// <summary>The parameter that a constraint is about; null where it is computed from another one.</summary>
            private protected virtual Tensor? ParameterFor(string name) => kept.GetValueOrDefault(name);

            private void ValidateParameters()
            {
                foreach ((string name, constraints.Constraint constraint) in arg_constraints)
                {
                    if (constraint is constraints._Dependent || ParameterFor(name) is not { } value || Holds(constraint, value))
                    {
                        continue;
                    }

                    string message =
                        $"Expected parameter {name} (Tensor of shape {Tuple(value.shape)}) of distribution {this} to satisfy the constraint {constraint}, " +
                        $"but found invalid values:\n{Describe(value, whole: true)}";
                    Dispose();
                    throw new ArgumentException(message, name);
                }
            }
        }
    }
}
