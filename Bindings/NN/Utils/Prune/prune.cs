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
            /// Takes entries or channels of parameters out of use, by masks. Python's <c>torch.nn.utils.prune</c>.
            /// </summary>
            public static partial class prune
            {
                /// <summary>Prunes nothing, but gives the parameter the names of a pruned one.</summary>
                /// <inheritdoc cref="l1_unstructured"/>
                public static T identity<T>(T module, string name)
                    where T : Module => Applied(new Identity(), module, name, null);

                /// <summary>Prunes entries at random.</summary>
                /// <inheritdoc cref="l1_unstructured"/>
                public static T random_unstructured<T>(T module, string name, PruningAmount amount)
                    where T : Module => Applied(new RandomUnstructured(amount), module, name, null);

                /// <summary>Prunes the entries of the smallest magnitude.</summary>
                /// <typeparam name="T">The module's type.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter; see <see cref="BasePruningMethod.apply"/> for what becomes of it.</param>
                /// <param name="amount">How many, as an integer, or which share, as a fraction.</param>
                /// <param name="importance_scores">Scores of the parameter's shape to choose by; default its entries.</param>
                /// <returns>The module.</returns>
                public static T l1_unstructured<T>(T module, string name, PruningAmount amount, Tensor? importance_scores = null)
                    where T : Module => Applied(new L1Unstructured(amount), module, name, importance_scores);

                /// <summary>Prunes channels at random.</summary>
                /// <inheritdoc cref="ln_structured"/>
                public static T random_structured<T>(T module, string name, PruningAmount amount, long dim)
                    where T : Module => Applied(new RandomStructured(amount, dim), module, name, null);

                /// <summary>Prunes the channels of the smallest norm.</summary>
                /// <inheritdoc cref="l1_unstructured"/>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter.</param>
                /// <param name="amount">How many channels, as an integer, or which share, as a fraction.</param>
                /// <param name="n">The power of the norm.</param>
                /// <param name="dim">The dimension of the channels.</param>
                /// <param name="importance_scores">Scores of the parameter's shape to choose by; default its entries.</param>
                public static T ln_structured<T>(T module, string name, PruningAmount amount, double n, long dim, Tensor? importance_scores = null)
                    where T : Module => Applied(new LnStructured(amount, n, dim), module, name, importance_scores);

                /// <summary>Prunes what a mask leaves out.</summary>
                /// <inheritdoc cref="l1_unstructured"/>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter.</param>
                /// <param name="mask">1 for what is in, 0 for what is out.</param>
                public static T custom_from_mask<T>(T module, string name, Tensor mask)
                    where T : Module => Applied(new CustomFromMask(mask), module, name, null);

                /// <summary>
                /// Prunes several parameters together: entries are chosen among all of them. Python's <c>global_unstructured</c>.
                /// </summary>
                /// <param name="parameters">Modules and the names of their parameters.</param>
                /// <param name="pruning_method">An unstructured method, such as <see cref="L1Unstructured"/>.</param>
                /// <param name="importance_scores">Scores to choose by for some or all of them; default their entries.</param>
                /// <exception cref="ArgumentException">The method is not an unstructured one, or there are no parameters.</exception>
                public static void global_unstructured(
                    IEnumerable<(Module module, string name)> parameters,
                    BasePruningMethod pruning_method,
                    IReadOnlyDictionary<(Module module, string name), Tensor>? importance_scores = null)
                {
                    ArgumentNullException.ThrowIfNull(parameters);
                    ArgumentNullException.ThrowIfNull(pruning_method);
                    (Module module, string name)[] all = [.. parameters];
                    if (pruning_method.PRUNING_TYPE != PruningType.unstructured || all.Length == 0)
                    {
                        throw new ArgumentException("Parameters (one at least) are pruned together by an unstructured method only.", nameof(pruning_method));
                    }

                    using var guard = no_grad();
                    using var scope = NewDisposeScope();
                    Tensor[] current = [.. all.Select(p => p.module.FindComputed(p.name) ?? p.module.OwnTensor(p.name))];
                    var scores = Flat(all.Select((p, i) => importance_scores?.GetValueOrDefault(p) ?? current[i]));
                    var masks = Flat(all.Select((p, i) => p.module.ComputedBy(p.name) is PruningState state ? state.Mask : aten.ones_like(current[i])));
                    var mask = new PruningContainer(pruning_method).compute_mask(scores, masks);
                    var start = 0L;
                    for (var i = 0; i < all.Length; i++)
                    {
                        var part = aten.slice_Tensor(mask, 0, start, start + current[i].numel());
                        start += current[i].numel();
                        custom_from_mask(all[i].module, all[i].name, aten.view(part, current[i].shape));
                    }
                }

                /// <summary>Makes a pruned parameter an ordinary one again, with what was pruned at zero. Python's <c>prune.remove</c>.</summary>
                /// <typeparam name="T">The module's type.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="name">The parameter.</param>
                /// <returns>The module.</returns>
                /// <exception cref="ArgumentException">The parameter is not pruned.</exception>
                public static T remove<T>(T module, string name)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    if (module.ComputedBy(name) is not PruningState state)
                    {
                        throw new ArgumentException($"\"{name}\" of {module.TypeName} is not pruned.", nameof(name));
                    }

                    state.Remove();
                    return module;
                }

                /// <summary>Whether a parameter of a module or of one below it is pruned. Python's <c>is_pruned</c>.</summary>
                /// <param name="module">The module.</param>
                public static bool is_pruned(Module module)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    return module.modules().Any(m => m.ComputedNames.Any(name => m.ComputedBy(name) is PruningState));
                }

                private static Tensor Flat(IEnumerable<Tensor> tensors) => aten.cat([.. tensors.Select(tensor => aten.reshape(tensor, [-1]))]);

                private static T Applied<T>(BasePruningMethod method, T module, string name, Tensor? scores)
                    where T : Module
                {
                    method.apply(module, name, scores);
                    return module;
                }
            }
        }
    }
}
