window.planpressIndex = {{ hits | tojson }};
