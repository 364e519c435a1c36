namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>Loads a file of TorchScript whose <c>forward</c> takes tensors.</summary>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="filename">The file.</param>
        /// <param name="device_type">The kind of device that its tensors go to; default the processor.</param>
        /// <param name="device_index">The device's index; default -1, the current one.</param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule<TResult> load<TResult>(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            load<TResult>(filename, new Device(device_type, checked((int)device_index)));

        /// <summary>Loads a file of TorchScript whose <c>forward</c> takes tensors.</summary>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="filename">The file.</param>
        /// <param name="map_location">Where its tensors go, such as <c>cuda:0</c>.</param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule<TResult> load<TResult>(string filename, string map_location) => load<TResult>(filename, new Device(map_location));

        /// <summary>Loads a file of TorchScript whose <c>forward</c> takes tensors.</summary>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="filename">The file.</param>
        /// <param name="map_location">Where its tensors go; null for where they were saved.</param>
        /// <param name="_extra_files">
        /// Names of files that were saved along, which are filled in; those that the archive lacks, or that are empty, stay as they are.
        /// </param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule<TResult> load<TResult>(
            string filename, Device? map_location, IDictionary<string, byte[]>? _extra_files = null) =>
            new(ScriptFile.Load(filename, map_location, _extra_files));

        /// <summary>Loads TorchScript from memory whose <c>forward</c> takes tensors.</summary>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="bytes">The whole file.</param>
        /// <param name="device_type">The kind of device that its tensors go to; default the processor.</param>
        /// <param name="device_index">The device's index; default -1, the current one.</param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule<TResult> load<TResult>(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            load<TResult>(bytes, new Device(device_type, checked((int)device_index)));

        /// <summary>Loads TorchScript from memory whose <c>forward</c> takes tensors.</summary>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="bytes">The whole file.</param>
        /// <param name="map_location">Where its tensors go, such as <c>cuda:0</c>.</param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule<TResult> load<TResult>(byte[] bytes, string map_location) => load<TResult>(bytes, new Device(map_location));

        /// <summary>Loads TorchScript from memory whose <c>forward</c> takes tensors.</summary>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="bytes">The whole file.</param>
        /// <param name="map_location">Where its tensors go; null for where they were saved.</param>
        /// <param name="_extra_files">
        /// Names of files that were saved along, which are filled in; those that the archive lacks, or that are empty, stay as they are.
        /// </param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule<TResult> load<TResult>(
            byte[] bytes, Device? map_location, IDictionary<string, byte[]>? _extra_files = null) =>
            new(ScriptFile.Load(bytes, map_location, _extra_files));
    }
}
