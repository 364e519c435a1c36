namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a function's forward leaves for its backward (Python's <c>ctx</c>).</summary>
        public sealed class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object?> data;

            internal AutogradContext(IReadOnlyList<bool> needs)
                : this([], [], needs)
            {
            }

            private AutogradContext(Dictionary<string, object?> data, List<Tensor> saved, IReadOnlyList<bool> needs)
            {
                this.data = data;
                Saved = saved;
                needs_input_grad = needs;
            }

            /// <summary>For each argument of forward whether it is a tensor that asks for gradients; backward may give null for the others.</summary>
            public IReadOnlyList<bool> needs_input_grad { get; }

            /// <summary>What <see cref="save_for_backward"/> kept (Python's name for it).</summary>
            public IReadOnlyList<Tensor> saved_tensors => Saved;

            /// <summary>Whether gradients that nothing flows into come as zeros (the default) or as null.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> Saved { get; private set; }

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            /// <summary>
            /// Keeps inputs and outputs for backward; changing one of them in place before is then an error, and double derivatives reach
            /// through them. To be called once, in forward.
            /// </summary>
            /// <param name="tensors">Inputs and outputs of forward.</param>
            public void save_for_backward(List<Tensor> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                Saved = [.. tensors];
            }

            /// <summary>Keeps anything that is not an input or output.</summary>
            /// <param name="key">Its name.</param>
            /// <param name="value">What to keep.</param>
            public void save_data(string key, object? value) => data[key] = value;

            /// <summary>Says which inputs forward changed in place; it has to return them as well.</summary>
            /// <param name="tensors">The inputs.</param>
            public void mark_dirty(List<Tensor> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                Dirty = [.. tensors];
            }

            /// <summary>Says which outputs have no gradient, such as indices.</summary>
            /// <param name="tensors">The outputs.</param>
            public void mark_non_differentiable(List<Tensor> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                NonDifferentiable = [.. tensors];
            }

            /// <summary>Sets <see cref="MaterializeGrads"/>.</summary>
            /// <param name="value">True for zeros, false for null.</param>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>What <see cref="save_for_backward"/> kept.</summary>
            public List<Tensor> get_saved_variables() => [.. Saved];

            /// <summary>What <see cref="save_data"/> kept.</summary>
            /// <param name="key">Its name.</param>
            /// <exception cref="KeyNotFoundException">Nothing was kept under this name.</exception>
            public object? get_data(string key) => data[key];

            /// <summary>Forgets everything. What backward gets is another object.</summary>
            public void Dispose() => (Saved, Dirty, NonDifferentiable) = ([], [], []);

            /// <summary>The context of one run of backward: the saved tensors are new objects each time.</summary>
            internal AutogradContext ForBackward(List<Tensor> saved) => new(data, saved, needs_input_grad) { MaterializeGrads = MaterializeGrads };
        }
    }
}
