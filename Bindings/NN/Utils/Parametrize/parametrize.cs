using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>
            /// Tensors of modules that are computed from others by modules of one's own: symmetric, orthogonal, of norm one. Python's
            /// <c>torch.nn.utils.parametrize</c>.
            /// </summary>
            public static partial class parametrize
            {
                private const string Parametrizations = "parametrizations";

                /// <summary>
                /// Lets a module compute a parameter or buffer of another: <c>parametrizations.name.original</c> is what trains from now on, and the
                /// tensor itself is computed before each call and at each reading of its property. Several parametrizations of one tensor run one
                /// after the other. Python's <c>register_parametrization</c>.
                /// </summary>
                /// <typeparam name="T">The type of the module.</typeparam>
                /// <param name="module">The module. The parameter object becomes the original, so an optimizer made before goes on training it.</param>
                /// <param name="tensor_name">The parameter or buffer.</param>
                /// <param name="parametrization">
                /// A module from tensor to tensor; or, as a tensor's first, one from two tensors (<c>original0</c> and <c>original1</c>) that is an
                /// <see cref="IRightInverse{TOriginal}"/> of a pair. With <see cref="IRightInverse{TOriginal}"/> the property can be set and the
                /// original begins where the tensor stays as it was.
                /// </param>
                /// <param name="unsafe">Whether the parametrization may change shape and element type; default false.</param>
                /// <returns>The module.</returns>
                /// <exception cref="ArgumentException">There is no such tensor, or the module given cannot parametrize it.</exception>
                public static T register_parametrization<T>(T module, string tensor_name, Module parametrization, bool @unsafe = false)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    ArgumentNullException.ThrowIfNull(parametrization);
                    if (module.ComputedBy(tensor_name) is ParametrizationList list)
                    {
                        list.Append(parametrization, @unsafe);
                        return module;
                    }

                    list = new ParametrizationList(module.OwnTensor(tensor_name), parametrization, @unsafe);
                    var lists = List(module);
                    if (lists is null)
                    {
                        lists = new ModuleDict<ParametrizationList>();
                        module.register_module(Parametrizations, lists);
                    }

                    module.ReplaceByComputed(tensor_name, list, list.forward, list.Assign, onRead: true);
                    lists.Add(tensor_name, list);
                    return module;
                }

                /// <summary>Whether a module has parametrized tensors, or one of a name.</summary>
                /// <param name="module">The module; those below it do not count.</param>
                /// <param name="tensor_name">The tensor; default any.</param>
                public static bool is_parametrized(Module module, string? tensor_name = null)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    return List(module) is { } lists && (tensor_name is null ? lists.Count > 0 : lists.ContainsKey(tensor_name));
                }

                /// <summary>
                /// Takes all parametrizations of a tensor off: it is a parameter or buffer again. Python's <c>remove_parametrizations</c>.
                /// </summary>
                /// <typeparam name="T">The type of the module.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="tensor_name">The tensor.</param>
                /// <param name="leave_parametrized">
                /// Whether it keeps its computed value, the default; else it gets the original's, which a parametrization of two tensors does not have.
                /// </param>
                /// <returns>The module.</returns>
                /// <exception cref="ArgumentException">The tensor is not parametrized, or has no single original to go back to.</exception>
                public static T remove_parametrizations<T>(T module, string tensor_name, bool leave_parametrized = true)
                    where T : Module
                {
                    ArgumentNullException.ThrowIfNull(module);
                    if (module.ComputedBy(tensor_name) is not ParametrizationList list || List(module) is not { } lists)
                    {
                        throw new ArgumentException($"\"{tensor_name}\" of {module.TypeName} is not parametrized.", nameof(tensor_name));
                    }

                    var original = list.Release(leave_parametrized);
                    lists.Remove(tensor_name);
                    module.ReplaceComputed(tensor_name, original);
                    if (lists.Count == 0)
                    {
                        module.register_module(Parametrizations, null);
                    }

                    list.Dispose();
                    return module;
                }

                /// <summary>
                /// While the result is not disposed, every parametrized tensor is computed once only, by what reads it first: for networks that use
                /// one several times. Python's <c>cached</c>. It counts for all threads.
                /// </summary>
                public static IDisposable cached() => new ComputedCache();

                /// <summary>A module's parametrizations by the name of their tensor; null where it has none.</summary>
                /// <param name="module">The module.</param>
                public static ModuleDict<ParametrizationList>? parametrizations(Module module)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    return List(module);
                }

                private static ModuleDict<ParametrizationList>? List(Module module) =>
                    module._internal_submodules.TryGetValue(Parametrizations, out var child) ? child as ModuleDict<ParametrizationList> : null;
            }
        }
    }
}
