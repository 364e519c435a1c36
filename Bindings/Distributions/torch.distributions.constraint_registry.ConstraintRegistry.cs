using static TorchSharp.torch.distributions.constraints;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraint_registry
        {
            /// <summary>Finds a map from all numbers onto the region of a constraint (torch.distributions.constraint_registry.ConstraintRegistry).</summary>
            public sealed class ConstraintRegistry
            {
                private readonly Dictionary<Type, Func<Constraint, Transform>> factories = [];
                private readonly Lock gate = new();

                /// <summary>Adds, or replaces, what makes the map for one type of constraint.</summary>
                /// <typeparam name="T">The type of constraint.</typeparam>
                /// <param name="factory">Makes the map.</param>
                /// <returns>This registry.</returns>
                public ConstraintRegistry register<T>(Func<T, Transform> factory)
                    where T : Constraint
                {
                    ArgumentNullException.ThrowIfNull(factory);
                    lock (gate)
                    {
                        factories[typeof(T)] = constraint => factory((T)constraint);
                    }

                    return this;
                }

                /// <summary>Makes the map for a constraint.</summary>
                /// <param name="constraint">The constraint.</param>
                /// <exception cref="NotSupportedException">Nothing was registered for its type.</exception>
                public Transform transform(Constraint constraint)
                {
                    ArgumentNullException.ThrowIfNull(constraint);
                    Func<Constraint, Transform>? factory;
                    lock (gate)
                    {
                        factories.TryGetValue(constraint.GetType(), out factory);
                    }

                    return factory is null
                        ? throw new NotSupportedException($"Cannot transform {constraint.GetType().Name} constraints")
                        : factory(constraint);
                }
            }
        }
    }
}
