using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A parameter with the values of a tensor, whose storage it takes over.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential() => new(Array.Empty<Module<Tensor, Tensor>>());

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
            Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)modules);

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new([.. modules]);

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
            new([.. modules.Select(m => (m.Item1, m.Item2))]);

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.ToArray());

        /// <inheritdoc cref="Modules.ModuleList{T}"/>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <inheritdoc cref="Modules.ModuleList{T}"/>
        public static ModuleList<T> ModuleList<T>(params T[] modules)
            where T : Module => new(modules);

        /// <inheritdoc cref="Modules.ModuleDict{T}"/>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

        /// <inheritdoc cref="Modules.ModuleDict{T}"/>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
            where T : Module
        {
            var dictionary = new ModuleDict<T>();
            foreach (var module in modules)
            {
                dictionary.Add(module);
            }

            return dictionary;
        }

        /// <inheritdoc cref="Modules.ParameterList"/>
        public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);

        /// <inheritdoc cref="Modules.ParameterDict"/>
        public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
        {
            var dictionary = new ParameterDict();
            foreach (var parameter in parameters)
            {
                dictionary.Add(parameter);
            }

            return dictionary;
        }

        /// <inheritdoc cref="Modules.DataParallel{T, TResult}"/>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="device_ids">The one CUDA device to run on; default where the module is.</param>
        /// <exception cref="NotSupportedException">More than one device is named.</exception>
        public static DataParallel<T, TResult> DataParallel<T, TResult>(Module<T, TResult> module, IReadOnlyList<int>? device_ids = null) =>
            new(module, device_ids);
    }
}
