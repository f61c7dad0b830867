planpressSearch.take({{ name | tojson }}, {{ content | tojson }});
